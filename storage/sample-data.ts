import type { ActionItem } from '../prep/records/action-item.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Capture } from '../prep/records/capture.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Note } from '../prep/records/note.ts';
import type { Person } from '../prep/records/person.ts';
import type { Asking } from '../prep/records/question.ts';
import type { Topic } from '../prep/records/topic.ts';
import { personDraft } from './people.ts';
import { localDay } from './record.ts';
import { ASKED, FACTS, INBOX, PAST, PEOPLE, PROMISES, TOPICS } from './sample-content.ts';

/** What every id of a made-up record starts with. */
export const SAMPLE = 'sample:';

/** Made-up people and what there is to know of them. */
export interface SampleData {
  people: Person[];
  meetings: Meeting[];
  notes: Note[];
  facts: Fact[];
  actionItems: ActionItem[];
  topics: Topic[];
  askings: Asking[];
  captures: Capture[];
}

/** All of it, placed around `now` in the zone of this browser; the same for the same now. */
export function sampleData(now: Date): SampleData {
  const at = (daysAgo: number, hour = 10) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hour).toISOString();
  const day = (daysAgo: number) => localDay(new Date(at(daysAgo, 12)));
  const base = (kind: string, name: string | number, daysAgo: number) => ({
    id: `${SAMPLE}${kind}:${name}`,
    createdAt: at(daysAgo, 11),
    updatedAt: at(daysAgo, 11),
  });
  const ids = (who: readonly string[]) => who.map((name) => `${SAMPLE}person:${name}`);

  const people = Object.entries(PEOPLE).map(([key, { name, ...about }]) => ({
    ...ADDED.people,
    ...personDraft(name, [`${key}@example.com`]),
    ...base('person', key, 120),
    ...about,
    sample: true,
  }));
  const meetings = PAST.map(([days, who], index) => ({
    ...base('meeting', index, days),
    ...ADDED.meetings,
    eventKey: null,
    seriesKey: null,
    title: `With ${who.map((key) => PEOPLE[key]?.name).join(', ')}`,
    day: day(days),
    start: at(days),
    end: new Date(Date.parse(at(days)) + 30 * 60_000).toISOString(),
    personIds: ids(who),
    goal: null,
    source: 'logged' as const,
    sample: true,
  }));
  const inAWeek = new Date(at(-7, 12)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  const notes = PAST.flatMap(([days, who, said], index) =>
    said === undefined
      ? []
      : {
          ...base('note', index, days),
          ...ADDED.notes,
          personIds: ids(who),
          meetingId: `${SAMPLE}meeting:${index}`,
          kind: 'said' as const,
          text: said.replace('{in a week}', inAWeek),
          at: at(days),
          origin: null,
        },
  );
  const facts = FACTS.map(([who, kind, text, days], index) => ({
    ...base('fact', index, days),
    personId: `${SAMPLE}person:${who}`,
    text,
    kind,
    learntOn: day(days),
    confirmedOn: day(days),
    shownAt: null,
  }));
  const actionItems = PROMISES.map(([owner, who, text, due, made], index) => ({
    ...base('promise', String(index).padStart(2, '0'), made),
    ...ADDED.actionItems,
    personIds: ids(who),
    owner,
    text,
    due: due === null ? null : day(-due),
    meetingId: meetings.find((met) => met.day === day(made) && met.personIds[0] === ids(who)[0])?.id ?? null,
    state: 'open' as const,
    closedAt: null,
  }));
  const topics = TOPICS.map(([who, text, since], index) => ({
    ...base('topic', index, since),
    ...ADDED.topics,
    personIds: ids(who),
    text,
    state: 'open' as const,
    closedAt: null,
    raisedIn: meetings
      .filter((met) => met.day >= day(since) && met.personIds[0] === ids(who)[0])
      .map((met) => met.id),
  }));
  const askings = ASKED.map(([who, questionId, text, answer, days], index) => ({
    ...base('asking', index, days),
    personId: `${SAMPLE}person:${who}`,
    questionId,
    meetingId: meetings.find((met) => met.day === day(days))?.id ?? null,
    text,
    state: 'asked' as const,
    level: null,
    answer,
    at: at(days),
  }));
  const captures = INBOX.map(([text, hours], index) => {
    const caught = new Date(now.getTime() - hours * 3_600_000).toISOString();
    return {
      id: `${SAMPLE}capture:${index}`,
      createdAt: caught,
      updatedAt: caught,
      text,
      origin: null,
      filedAt: null,
    };
  });
  return { people, meetings, notes, facts, actionItems, topics, askings, captures };
}
