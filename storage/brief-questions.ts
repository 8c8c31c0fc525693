import type { Project } from '../prep/records/project.ts';
import type { Asking, Question, QuestionSet } from '../prep/records/question.ts';
import { db } from './db.ts';
import { openFor } from './open-for.ts';

/** Of what a peer was asked before the last six months; of those months all is read, as nothing of it is asked again. */
const ASKINGS_READ = 400;
/** No six months have more days. */
const REST_MS = 184 * 86_400_000;

/** What the questions of a brief are chosen from. */
export interface BriefQuestions {
  /** In the user's order. */
  sets: QuestionSet[];
  questions: Question[];
  /** What these peers were asked or shown, newest first for each. */
  askings: Asking[];
  /** What is done together with any of them, while it is open. */
  projects: Project[];
}

/** Reads what the questions for these peers are chosen from, in one transaction. */
export function readBriefQuestions(personIds: readonly string[], now = new Date()): Promise<BriefQuestions> {
  return db.transaction('r', [db.questionSets, db.questions, db.askings, db.projects], async () => {
    const [sets, questions, askings, projects] = await Promise.all([
      db.questionSets.orderBy('order').toArray(),
      db.questions.toArray(),
      Promise.all(personIds.map((id) => askingsOf(id, now))),
      openFor(db.projects, personIds),
    ]);
    return { sets, questions, askings: askings.flat(), projects };
  });
}

/** What a peer was asked or shown: all of the last six months, and of what was before that the newest. Newest first. */
async function askingsOf(personId: string, now: Date): Promise<Asking[]> {
  const newest = (before: string) =>
    db.askings
      .where('[personId+at]')
      .between([personId, ''], [personId, before])
      .reverse()
      .limit(ASKINGS_READ)
      .toArray();
  const read = await newest('\uffff');
  const since = new Date(now.getTime() - REST_MS).toISOString();
  // Almost always these months are among them.
  if (read.length < ASKINGS_READ || (read.at(-1)?.at ?? '') < since) return read;
  const [recent, before] = await Promise.all([
    db.askings.where('[personId+at]').between([personId, since], [personId, '\uffff']).reverse().toArray(),
    newest(since),
  ]);
  return [...recent, ...before];
}
