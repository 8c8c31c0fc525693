import { actionItemRow } from './action-items.ts';
import { agendaRow } from './agendas.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { captureRow } from './captures.ts';
import { db } from './db.ts';
import { decisionRow } from './decisions.ts';
import { meetingRow } from './meetings.ts';
import { noteRow } from './notes.ts';
import { projectRow } from './projects.ts';
import type { Undo } from './remove.ts';
import { SAMPLE, type SampleData, sampleData } from './sample-data.ts';
import { reviewRow } from './series-review.ts';
import { shownKey } from './shown-facts.ts';
import { topicRow } from './topics.ts';

/** In one transaction: everything that can be about a person, and the tombstones of what the user deleted of it. */
const tables = () => [
  db.people,
  db.meetings,
  db.series,
  db.notes,
  db.facts,
  db.actionItems,
  db.topics,
  db.askings,
  db.captures,
  db.agendas,
  db.decisions,
  db.projects,
  db.reviews,
  db.cadenceChanges,
  db.tombstones,
  db.meta,
];

/** Whether there are made-up people. */
export async function hasSamplePeople(): Promise<boolean> {
  return (await db.people.where('id').startsWith(SAMPLE).count()) > 0;
}

/**
 * Adds the made-up people and all there is to know of them, in one transaction. What is there already is left as it
 * is; a made-up person whose address a real one has does not come, nor what is about that person alone.
 */
export async function addSamplePeople(now = new Date()): Promise<void> {
  await db.transaction('rw', tables(), async () => {
    const data = await absent(sampleData(now));
    await db.people.bulkPut(data.people);
    await db.meetings.bulkPut(data.meetings.map(meetingRow));
    await db.notes.bulkPut(data.notes.map(noteRow));
    await db.facts.bulkPut(data.facts);
    await db.actionItems.bulkPut(data.actionItems.map(actionItemRow));
    await db.topics.bulkPut(data.topics.map(topicRow));
    await db.askings.bulkPut(data.askings);
    await db.captures.bulkPut(data.captures.map(captureRow));
    await db.tombstones.bulkDelete(data.people.map((person) => person.id));
  });
  await tellCalendarTabs();
}

/** Only the people who are to come, and what is about them; nothing that is there already comes again. */
async function absent(data: SampleData): Promise<SampleData> {
  const emails = data.people.flatMap((person) => person.emails);
  const holders = await db.people.where('emails').anyOf(emails).toArray();
  const taken = new Set(holders.flatMap((person) => person.emails));
  const there = new Set<string>(await db.people.where('id').startsWith(SAMPLE).primaryKeys());
  const people = data.people.filter(
    (person) => !there.has(person.id) && !person.emails.some((email) => taken.has(email)),
  );
  const fresh = new Set(people.map((person) => person.id));
  // What two of them share is there already when one of them is.
  const about = <Row extends { personIds: string[] }>(rows: readonly Row[]) =>
    rows
      .filter(
        (row) => row.personIds.some((id) => fresh.has(id)) && !row.personIds.some((id) => there.has(id)),
      )
      .map((row) => ({ ...row, personIds: row.personIds.filter((id) => fresh.has(id)) }));
  return {
    people,
    meetings: about(data.meetings),
    notes: about(data.notes),
    facts: data.facts.filter((fact) => fresh.has(fact.personId)),
    actionItems: about(data.actionItems),
    topics: about(data.topics),
    askings: data.askings.filter((asking) => fresh.has(asking.personId)),
    captures: there.size === 0 && fresh.size > 0 ? data.captures : [],
  };
}

/**
 * Takes away every made-up person, and with them all that is about nobody else, what the user wrote included; what
 * is about a real person as well stays with that one. One transaction; no tombstones, for they were never real.
 * @returns the way back
 */
export async function removeSamplePeople(): Promise<Undo> {
  const before = await db.transaction('rw', tables(), async () => {
    const rows = await madeUp();
    for (const [table, all] of Object.entries(rows)) {
      await db.table(table).bulkDelete(all.map((row) => row.id));
    }
    // Which facts were shown last is of no use to anybody else, and not worth bringing back.
    await db.meta.where('key').startsWith(shownKey(SAMPLE)).delete();
    await db.meetings.bulkPut(withoutMadeUp(rows.meetings).map(meetingRow));
    await db.series.bulkPut(withoutMadeUp(rows.series));
    await db.notes.bulkPut(withoutMadeUp(rows.notes).map(noteRow));
    await db.actionItems.bulkPut(withoutMadeUp(rows.actionItems).map(actionItemRow));
    await db.topics.bulkPut(withoutMadeUp(rows.topics).map(topicRow));
    await db.agendas.bulkPut(withoutMadeUp(rows.agendas).map(agendaRow));
    await db.decisions.bulkPut(withoutMadeUp(rows.decisions).map(decisionRow));
    await db.projects.bulkPut(withoutMadeUp(rows.projects).map(projectRow));
    await db.reviews.bulkPut(withoutMadeUp(rows.reviews).map(reviewRow));
    return rows;
  });
  await tellCalendarTabs();
  return async () => {
    await db.transaction('rw', tables(), async () => {
      for (const [table, all] of Object.entries(before)) await db.table(table).bulkPut(all);
    });
    await tellCalendarTabs();
  };
}

/** Every row that is about a made-up person or is made up itself, by table. */
async function madeUp() {
  return {
    people: await db.people.where('id').startsWith(SAMPLE).toArray(),
    // A meeting without a time is on nobody's timeline, so this one looks at them all.
    meetings: await db.meetings.filter((meeting) => meeting.personIds.some(isMadeUp)).toArray(),
    series: await db.series.where('personIds').startsWith(SAMPLE).distinct().toArray(),
    notes: await db.notes.where('timeline').startsWith(SAMPLE).distinct().toArray(),
    facts: await db.facts.where('personId').startsWith(SAMPLE).toArray(),
    actionItems: await db.actionItems.where('personIds').startsWith(SAMPLE).distinct().toArray(),
    topics: await db.topics.where('personIds').startsWith(SAMPLE).distinct().toArray(),
    askings: await db.askings
      .where('[personId+at]')
      .between([SAMPLE], [`${SAMPLE}\uffff`])
      .toArray(),
    captures: await db.captures.where('id').startsWith(SAMPLE).toArray(),
    agendas: await db.agendas.where('timeline').startsWith(SAMPLE).distinct().toArray(),
    decisions: await db.decisions.where('timeline').startsWith(SAMPLE).distinct().toArray(),
    projects: await db.projects.where('personIds').startsWith(SAMPLE).distinct().toArray(),
    reviews: await db.reviews.where('personIds').startsWith(SAMPLE).distinct().toArray(),
    cadenceChanges: await db.cadenceChanges
      .where('[personId+at]')
      .between([SAMPLE], [`${SAMPLE}\uffff`])
      .toArray(),
    tombstones: await db.tombstones.where('id').startsWith(SAMPLE).toArray(),
  };
}

const isMadeUp = (personId: string) => personId.startsWith(SAMPLE);

function withoutMadeUp<Row extends { personIds: string[] }>(all: readonly Row[]): Row[] {
  return all
    .map((row) => ({ ...row, personIds: row.personIds.filter((id) => !isMadeUp(id)) }))
    .filter((row) => row.personIds.length > 0);
}
