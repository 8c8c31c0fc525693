import { browser } from 'wxt/browser';
import type { BackupTable } from '../prep/backup/tables.ts';
import { type Leaving, namesPerson, type Shared } from '../prep/forget.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';
import { type Changes, changesOf, leavingOf, writeChanges } from './forget-rows.ts';
import { forgetInSnapshots } from './forget-snapshots.ts';
import { openValue } from './lock-text.ts';
import { eraseSearch } from './search-store.ts';
import { knownBackups, type LastBackup, readSentinel } from './sentinel.ts';
import { shownKey } from './shown-facts.ts';
import { listSnapshots } from './snapshots.ts';

/** What is to go with a person, to be said before it is done. */
export interface Forgetting {
  name: string;
  /** Records that go, by table. */
  goes: Partial<Record<BackupTable, number>>;
  /** Records about others as well: they stay with these, or go too. */
  shared: number;
  /** Texts about others that name the person; they stay. */
  mentions: number;
  /** Copies that Peerside keeps, and that are rewritten. */
  snapshots: number;
  /** The backup files that are known of, the newest last; nothing here can reach them. */
  backups: LastBackup[];
}

/** What forgetting a person would do at this moment; undefined when nobody has this id. Writes nothing. */
export async function readForgetting(personId: string): Promise<Forgetting | undefined> {
  const [found, snapshots, sentinel] = await Promise.all([
    db.transaction('r', db.tables, async () => {
      const of = await leavingOf(personId, 'keep');
      if (!of) return undefined;
      const changes = await changesOf(of.leaving);
      return { ...of, changes, mentions: await countMentions(of.leaving, changes) };
    }),
    listSnapshots(),
    readSentinel(),
  ]);
  if (!found) return undefined;
  const goes: Forgetting['goes'] = {};
  let shared = 0;
  for (const [table, { gone, left }] of Object.entries(found.changes) as [
    BackupTable,
    Changes[BackupTable] & object,
  ][]) {
    if (gone.length > 0) goes[table] = gone.length;
    if (table !== 'settings' && table !== 'series' && table !== 'meetings') shared += left.length;
  }
  return {
    name: found.person.name,
    goes,
    shared,
    mentions: found.mentions,
    snapshots: snapshots.length,
    backups: knownBackups(sentinel),
  };
}

/** Where a person writes. */
const TEXTS = [
  'notes',
  'actionItems',
  'topics',
  'askings',
  'facts',
  'agendas',
  'decisions',
  'projects',
  'reviews',
  'meetings',
  'questions',
] as const;

async function countMentions(leaving: Leaving, changes: Changes): Promise<number> {
  let count = 0;
  for (const table of TEXTS) {
    const gone = new Set(changes[table]?.gone);
    await db.table(table).each((row) => {
      if (!gone.has(row.id) && namesPerson(JSON.stringify(row), leaving)) count += 1;
    });
  }
  return count;
}

/**
 * Forgets a person: every record about nobody else goes from the database, from drafts, from the copies that Peerside keeps,
 * from search and from what the browser's session knows; tombstones without content stay, so that no backup brings them back.
 * What is shared with others stays with them without this person, or goes too. No copy is kept, and there is no way back.
 * Safe to repeat: the database comes last but for search, so that what was interrupted can be done again.
 */
export async function forgetPerson(
  personId: string,
  shared: Shared = 'keep',
  now = new Date(),
): Promise<void> {
  const found = await db.transaction('r', db.tables, () => leavingOf(personId, shared));
  if (!found) return;
  await forgetInSnapshots(found.leaving);
  for (const former of await joinedInto(personId))
    await forgetInSnapshots({ ...found.leaving, personId: former });
  await forgetTyped(found.leaving, await db.transaction('r', db.tables, () => changesOf(found.leaving)));
  await db.transaction('rw', db.tables, async () => {
    // As it stands now: something may have been written meanwhile.
    const still = await leavingOf(personId, shared);
    if (!still) return;
    await writeChanges(await changesOf(still.leaving), now);
    await db.meta.delete(shownKey(personId));
  });
  await eraseSearch();
  await tellCalendarTabs();
}

/** Whoever was joined into this person, also by way of others: copies of before it hold them by their own ids. */
async function joinedInto(personId: string): Promise<string[]> {
  const joins = await db.tombstones.filter(({ joined }) => joined !== undefined).toArray();
  const found = new Set([personId]);
  for (const into of found) for (const { id, joined } of joins) if (joined?.into === into) found.add(id);
  found.delete(personId);
  return [...found];
}

/** What was typed and not saved, in forms and where the database refused it, and the events that windows are at. */
async function forgetTyped(leaving: Leaving, changes: Changes): Promise<void> {
  const ids = [leaving.personId, ...Object.values(changes).flatMap(({ gone }) => gone)];
  const isAbout = (text: string) => ids.some((id) => text.includes(id)) || namesPerson(text, leaving);
  const local = await browser.storage.local.get(null);
  const typed = Object.entries(local).filter(([key]) => /^(draft|unsaved) /.test(key));
  await browser.storage.local.remove(
    typed
      .filter(([key, value]) => isAbout(`${key} ${JSON.stringify(openValue(key, value))}`))
      .map(([key]) => key),
  );
  const session = await browser.storage.session.get(null);
  const events = Object.entries(session).filter(([key]) => key.startsWith('current-event:'));
  await browser.storage.session.remove(
    events.filter(([, value]) => isAbout(JSON.stringify(value))).map(([key]) => key),
  );
}
