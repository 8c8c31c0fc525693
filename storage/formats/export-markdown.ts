import { distinctNames, safeFileName } from '../../prep/formats/file-name.ts';
import type { Note } from '../../prep/records/note.ts';
import type { Person } from '../../prep/records/person.ts';
import { db } from '../db.ts';
import { localDay, timelineRange } from '../record.ts';
import { t } from '../words.ts';
import { type Pace, unhurried } from './pace.ts';
import { type AboutPerson, loosePage, personPage } from './person-page.ts';

/** A file to save. */
export interface FileToSave {
  name: string;
  blob: Blob;
}

/**
 * Everything about every person as Markdown: a zip of one folder, in it a file a person, and one for what is not filed.
 * `pace` is told how many people are done. @throws what `pace` throws, as when it is no longer wanted
 */
export async function exportMarkdown(now = new Date(), pace: Pace = unhurried): Promise<FileToSave> {
  const { Zip, ZipDeflate, strToU8 } = await import('fflate');
  const today = localDay(now);
  const folder = `peerside-${today}`;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let failed: unknown;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const add = (path: string, text: string) => {
    const file = new ZipDeflate(`${folder}/${path}.md`, { level: 6 });
    file.mtime = now;
    zip.add(file);
    file.push(strToU8(text), true);
  };
  const people = await db.people.toArray();
  people.sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const distinct = distinctNames();
  for (const [index, person] of people.entries()) {
    await pace(index);
    const page = personPage(await about(person, names), today);
    add(`${t('format_mdPeople')}/${distinct(safeFileName(person.name, t('format_mdPerson')))}`, page);
  }
  const loose = await looseTexts(names);
  if (loose.length > 0) add(t('format_mdInbox'), loosePage(loose));
  zip.end();
  if (failed) throw failed;
  return { name: `${folder}-markdown.zip`, blob: new Blob(chunks, { type: 'application/zip' }) };
}

/** What was only got off one's chest stays here: it is in backups, and in no file for other programs. */
const isForOthers = ({ sensitivity }: Note) => sensitivity !== 'vent';

const newestFirst = <Row>(rows: Row[], at: (row: Row) => string) =>
  rows.sort((a, b) => at(b).localeCompare(at(a)));

async function about(person: Person, names: ReadonlyMap<string, string>): Promise<AboutPerson> {
  const { id } = person;
  const range = timelineRange(id);
  const [meetings, notes, actionItems, topics, facts, askings, decisions, projects, agendas] =
    await Promise.all([
      db.meetings
        .where('timeline')
        .between(...range)
        .toArray(),
      db.notes
        .where('timeline')
        .between(...range)
        .toArray(),
      db.actionItems.where('personIds').equals(id).toArray(),
      db.topics.where('personIds').equals(id).toArray(),
      db.facts.where('personId').equals(id).toArray(),
      db.askings.where('[personId+at]').between([id], [id, '\uffff']).toArray(),
      db.decisions
        .where('timeline')
        .between(...range)
        .toArray(),
      db.projects.where('personIds').equals(id).toArray(),
      db.agendas
        .where('timeline')
        .between(...range)
        .toArray(),
    ]);
  const isOpen = ({ state }: { state: string }) => state === 'open';
  const openFirst = <Row extends { state: string; createdAt: string }>(rows: Row[]) =>
    newestFirst(rows, ({ createdAt }) => createdAt).sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  // Meetings that have no hour are on no timeline; their notes name them.
  const missing = [...new Set(notes.map(({ meetingId }) => meetingId ?? ''))].filter(
    (meetingId) => meetingId && !meetings.some((meeting) => meeting.id === meetingId),
  );
  const untimed = (await db.meetings.bulkGet(missing)).filter((meeting) => meeting !== undefined);
  return {
    person,
    meetings: newestFirst([...meetings, ...untimed], ({ start, day }) => start ?? day ?? ''),
    notes: newestFirst(notes.filter(isForOthers), ({ at }) => at),
    actionItems: openFirst(actionItems),
    topics: openFirst(topics),
    facts: newestFirst(facts, ({ learntOn }) => learntOn),
    askings: newestFirst(
      askings.filter(({ state, answer }) => state === 'asked' || answer !== ''),
      ({ at }) => at,
    ),
    decisions: newestFirst(decisions, ({ at }) => at),
    projects: openFirst(projects),
    agendas: newestFirst(agendas, ({ at }) => at),
    names,
  };
}

/** What waits in the inbox, and the notes of nobody who is here. */
async function looseTexts(names: ReadonlyMap<string, string>): Promise<{ text: string; at: string }[]> {
  const waiting = await db.captures.where('waiting').above('').toArray();
  const notes = await db.notes
    .filter((note) => isForOthers(note) && !note.personIds.some((id) => names.has(id)))
    .toArray();
  const texts = [
    ...waiting.map(({ text, createdAt }) => ({ text, at: createdAt })),
    ...notes.map(({ text, at }) => ({ text, at })),
  ];
  return newestFirst(
    texts.filter(({ text }) => text.trim() !== ''),
    ({ at }) => at,
  );
}
