import type { Contact } from '../../prep/formats/contact.ts';
import { type PersonPlan, planPeople } from '../../prep/formats/people-plan.ts';
import { ADDED } from '../../prep/records/added.ts';
import type { Person } from '../../prep/records/person.ts';
import { tellCalendarTabs } from '../calendar-tabs.ts';
import { db } from '../db.ts';
import { meetingRow } from '../meetings.ts';
import { personDraft } from '../people.ts';
import { newRecord, timelineRange } from '../record.ts';
import type { Undo } from '../remove.ts';
import { readSettings } from '../settings.ts';
import { takeSnapshot } from '../snapshots.ts';

/** Which contacts of a file to take over. */
export interface PeopleChoice {
  contacts: readonly Contact[];
  /** The places in `contacts` of those to take. */
  chosen: ReadonlySet<number>;
  /** For a contact, by its place, the id of the person here that it is after all. */
  same?: ReadonlyMap<number, string>;
}

/** What taking over these contacts would do at this moment; writes nothing. */
export async function previewPeople(
  contacts: readonly Contact[],
  same?: ReadonlyMap<number, string>,
): Promise<PersonPlan[]> {
  const [people, { ownEmails }] = await Promise.all([db.people.toArray(), readSettings()]);
  return planPeople(contacts, people, ownEmails, same);
}

/** How many people an import has added and how many it has filled in, and the way back. */
export interface PeopleImported {
  added: number;
  filled: number;
  undo: Undo;
}

/**
 * Takes a snapshot, then takes over the chosen contacts in one transaction: new people, and to people who are here what they lack. What is
 * there is never overwritten, and a contact whose addresses belong to several people is passed over.
 */
export async function importPeople(choice: PeopleChoice, now = new Date()): Promise<PeopleImported> {
  await takeSnapshot('import', now);
  const { ownEmails } = await readSettings();
  const written = await db.transaction('rw', db.people, async () => {
    const plans = planPeople(choice.contacts, await db.people.toArray(), ownEmails, choice.same);
    const wanted = plans.filter(({ index }) => choice.chosen.has(index));
    const added = wanted.filter(({ kind }) => kind === 'new').map(({ contact }) => personOf(contact, now));
    const before = new Map<string, Person>();
    const after = new Map<string, Person>();
    for (const { kind, people, addition } of wanted) {
      const [person] = people;
      if (kind !== 'adds' || !person) continue;
      before.set(person.id, person);
      after.set(person.id, filled(after.get(person.id) ?? person, addition, now));
    }
    await db.people.bulkAdd(added);
    await db.people.bulkPut([...after.values()]);
    return { added, before, after };
  });
  await tellCalendarTabs();
  return {
    added: written.added.length,
    filled: written.after.size,
    undo: async () => {
      await takeBack(written.added, written.before, written.after);
      await tellCalendarTabs();
    },
  };
}

function personOf({ name, emails, aliases, role, team }: Contact, now: Date): Person {
  return { ...newRecord(now), ...ADDED.people, ...personDraft(name, emails), aliases, role, team };
}

function filled(person: Person, { emails, aliases, role, team }: PersonPlan['addition'], now: Date): Person {
  return {
    ...person,
    emails: [...new Set([...person.emails, ...emails])].slice(0, 50),
    aliases: [...new Set([...person.aliases, ...aliases])].slice(0, 50),
    role: person.role || role,
    team: person.team || team,
    updatedAt: now.toISOString(),
  };
}

/**
 * Takes back an import, and only that: of people who were here what came to them; those who were added unless they were
 * changed since, or something was written about them. Meetings that the calendar page has shown with them go too.
 */
async function takeBack(
  added: readonly Person[],
  before: ReadonlyMap<string, Person>,
  after: ReadonlyMap<string, Person>,
): Promise<void> {
  const tables = [
    db.people,
    db.meetings,
    db.series,
    db.notes,
    db.facts,
    db.actionItems,
    db.topics,
    db.askings,
    db.agendas,
    db.decisions,
    db.projects,
    db.reviews,
    db.cadenceChanges,
  ];
  await db.transaction('rw', tables, async () => {
    for (const [id, old] of before) {
      const now = await db.people.get(id);
      const came = after.get(id);
      if (!now || !came) continue;
      const gone = (list: readonly string[], was: readonly string[], had: readonly string[]) =>
        list.filter((one) => was.includes(one) || !had.includes(one));
      await db.people.put({
        ...now,
        emails: gone(now.emails, old.emails, came.emails),
        aliases: gone(now.aliases, old.aliases, came.aliases),
        role: now.role === came.role ? old.role : now.role,
        team: now.team === came.team ? old.team : now.team,
        updatedAt: now.updatedAt === came.updatedAt ? old.updatedAt : now.updatedAt,
      });
    }
    const gone = new Set<string>();
    for (const person of added) {
      const now = await db.people.get(person.id);
      if (now && now.updatedAt === person.updatedAt && !(await isWrittenAbout(person.id)))
        gone.add(person.id);
    }
    await db.people.bulkDelete([...gone]);
    await leave(gone);
  });
}

/** Whether the user has put down anything about a person. */
async function isWrittenAbout(id: string): Promise<boolean> {
  const timeline = [db.notes, db.agendas, db.decisions].map((table) =>
    table
      .where('timeline')
      .between(...timelineRange(id))
      .count(),
  );
  const meetings = db.meetings
    .where('timeline')
    .between(...timelineRange(id))
    .filter(({ source }) => source !== 'spotted')
    .count();
  const lists = [db.actionItems, db.topics, db.projects, db.reviews].map((table) =>
    table.where('personIds').equals(id).count(),
  );
  const own = [db.askings, db.cadenceChanges].map((table) =>
    table.where('[personId+at]').between([id], [id, '\uffff']).count(),
  );
  const facts = db.facts.where('personId').equals(id).count();
  const counts = await Promise.all([...timeline, meetings, ...lists, ...own, facts]);
  return counts.some((count) => count > 0);
}

/** Takes people who are no longer here out of the meetings and series that the calendar page has shown with them. */
async function leave(gone: ReadonlySet<string>): Promise<void> {
  if (gone.size === 0) return;
  const isIn = ({ personIds }: { personIds: string[] }) => personIds.some((id) => gone.has(id));
  const without = <Row extends { personIds: string[] }>(row: Row): Row => ({
    ...row,
    personIds: row.personIds.filter((id) => !gone.has(id)),
  });
  // A meeting without an hour is on nobody's timeline, so this looks at them all.
  const meetings = (await db.meetings.filter(isIn).toArray()).map(without);
  const series = (await db.series.filter(isIn).toArray()).map(without);
  const empty = <Row extends { id: string; personIds: string[] }>(rows: readonly Row[]) =>
    rows.filter(({ personIds }) => personIds.length === 0).map(({ id }) => id);
  await db.meetings.bulkPut(meetings.filter(({ personIds }) => personIds.length > 0).map(meetingRow));
  await db.meetings.bulkDelete(empty(meetings));
  await db.series.bulkPut(series.filter(({ personIds }) => personIds.length > 0));
  await db.series.bulkDelete(empty(series));
}
