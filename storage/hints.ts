import { type Hint, hintFor, hintKey, rapportQuestions } from '../prep/hints.ts';
import type { Goal } from '../prep/records/question.ts';
import { db } from './db.ts';
import { meetingsAhead, meetingsBefore } from './meetings.ts';
import { localDay } from './record.ts';
import type { Undo } from './remove.ts';
import { changeSettings, readSettings } from './settings.ts';

/** Past meetings that a hint looks at. */
const PAST = 12;

/** A hint about the talks with one peer, and questions to go with it. */
export interface PeerHint {
  hint: Hint;
  questions: string[];
}

/**
 * The one hint about a person, if there is any; undefined for somebody who is gone. `goal`: what the coming meeting is for;
 * `without`: kinds not to say here.
 */
export function readHint(
  personId: string,
  now = new Date(),
  { goal = null, without = [] }: { goal?: Goal | null; without?: readonly string[] } = {},
): Promise<PeerHint | undefined> {
  const tables = [
    db.people,
    db.meetings,
    db.actionItems,
    db.facts,
    db.askings,
    db.projects,
    db.decisions,
    db.topics,
    db.questionSets,
    db.questions,
    db.settings,
  ];
  return db.transaction('r', tables, async () => {
    const of = (table: 'actionItems' | 'projects' | 'topics') =>
      db.table(table).where('personIds').equals(personId);
    const [person, past, items, facts, askings, projects, decisions, topics, notYet, settings] =
      await Promise.all([
        db.people.get(personId),
        meetingsBefore(personId, now.toISOString(), PAST),
        of('actionItems').toArray(),
        db.facts.where('personId').equals(personId).toArray(),
        db.askings.where('[personId+at]').between([personId, ''], [personId, '\uffff']).toArray(),
        of('projects').toArray(),
        db.decisions.where('timeline').between(`${personId} `, `${personId} \uffff`).toArray(),
        of('topics').toArray(),
        meetingsAhead(now),
        readSettings(),
      ]);
    if (!person) return undefined;
    const met = past.flatMap(({ id, start }) => (start ? [{ id, day: localDay(new Date(start)) }] : []));
    const hint = hintFor(
      {
        personId,
        trust: person.trust,
        today: localDay(now),
        goal,
        past: met,
        items,
        facts,
        askings,
        projects,
        decisions,
        topics,
        notYet,
      },
      [...settings.hintsOff, ...without],
    );
    if (hint?.kind !== 'task-talk') return hint && { hint, questions: [] };
    const [sets, questions] = await Promise.all([db.questionSets.toArray(), db.questions.toArray()]);
    return {
      hint,
      questions: rapportQuestions(sets, questions, askings, person.trust).map(({ text }) => text),
    };
  });
}

/** Puts a kind of hint away for good, for one person. @returns the way back */
export async function putHintAway(kind: Hint['kind'], personId: string): Promise<Undo> {
  const key = hintKey(kind, personId);
  const change = (to: (off: readonly string[]) => string[]) =>
    changeSettings(({ hintsOff }) => ({ hintsOff: to(hintsOff) }));
  await change((off) => [...off.filter((one) => one !== key), key]);
  return () => change((off) => off.filter((one) => one !== key));
}
