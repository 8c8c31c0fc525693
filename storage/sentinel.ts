import { browser } from 'wxt/browser';
import { db } from './db.ts';

/*
 * What is told outside the database about what it holds. If the browser loses the database, or a part of it, this is how
 * Peerside knows that somebody has been here before, and does not greet them as new.
 */

const KEY = 'sentinel';
/** In `meta`: the installation that the database belongs to. */
const INSTALL = 'install';

/** The tables of what a person writes. */
const WRITTEN = [
  'people',
  'notes',
  'facts',
  'actionItems',
  'topics',
  'askings',
  'agendas',
  'decisions',
  'projects',
  'captures',
] as const;

type Counts = Record<string, number>;

export interface LastBackup {
  /** ISO instant. */
  at: string;
  /** The file's name. */
  name: string;
  records: number;
  locked: boolean;
}

/** empty: nothing is left; shrunk: much less than there was, and it was not deleted. */
export interface Loss {
  kind: 'empty' | 'shrunk';
  /** How many records of what a person writes there were, and how many there are. */
  was: number;
  is: number;
  /** ISO instant: when it was noticed. */
  at: string;
}

export interface Sentinel {
  installId: string;
  createdAt: string;
  counts: Counts;
  /** How many were deleted on purpose, by table. */
  deleted: Counts;
  lastWrite: string | null;
  lastBackup: LastBackup | null;
  /** The backups made so far, the newest last; those of before this was told are not in it. */
  backups?: LastBackup[];
  /** Until somebody has decided what to do about it. */
  loss: Loss | null;
}

/** What is told outside the database; undefined before the first use. */
export async function readSentinel(): Promise<Sentinel | undefined> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  return kept as Sentinel | undefined;
}

const write = (sentinel: Sentinel) => browser.storage.local.set({ [KEY]: sentinel });

/** What there is, and what was deleted on purpose, in one transaction. */
async function take(): Promise<{ install: string | undefined; counts: Counts; deleted: Counts }> {
  return db.transaction('r', [...WRITTEN.map((name) => db.table(name)), db.tombstones, db.meta], async () => {
    const counts: Counts = {};
    const deleted: Counts = {};
    const numbers = await Promise.all(WRITTEN.map((name) => db.table(name).count()));
    for (const [index, name] of WRITTEN.entries()) counts[name] = numbers[index] ?? 0;
    for (const { table } of await db.tombstones.toArray()) deleted[table] = (deleted[table] ?? 0) + 1;
    return { install: (await db.meta.get(INSTALL))?.value, counts, deleted };
  });
}

const sum = (counts: Counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/** As many that are gone without having been deleted are worth a question: fewer than a tenth may be a race of two windows. */
const LOST_MIN = 5;
const LOST_SHARE = 0.1;

/** How many records are gone that nobody deleted. */
function lost(before: Sentinel, counts: Counts, deleted: Counts): number {
  return WRITTEN.reduce((total, name) => {
    const gone = (before.counts[name] ?? 0) - (counts[name] ?? 0);
    const meant = (deleted[name] ?? 0) - (before.deleted[name] ?? 0);
    return total + Math.max(0, gone - Math.max(0, meant));
  }, 0);
}

/**
 * Compares the database with what was told of it, at an opening. At the first use it begins to tell. @returns what is told,
 * with the loss in it if there is one
 */
export async function checkSentinel(now = new Date()): Promise<{ sentinel: Sentinel; loss: Loss | null }> {
  const before = await readSentinel();
  const { install, counts, deleted } = await take();
  if (!before) return { sentinel: await begin(counts, deleted, now), loss: null };
  if (before.loss) return { sentinel: before, loss: before.loss };
  const was = sum(before.counts);
  const is = sum(counts);
  const gone = lost(before, counts, deleted);
  const isMuch = gone >= LOST_MIN && gone >= was * LOST_SHARE;
  const empty = was > 0 && is === 0 && gone > 0;
  if (empty || isMuch || (install !== before.installId && was > 0 && gone > 0)) {
    const loss: Loss = { kind: is === 0 ? 'empty' : 'shrunk', was, is, at: now.toISOString() };
    const sentinel = { ...before, loss };
    await write(sentinel);
    return { sentinel, loss };
  }
  if (install !== before.installId) await db.meta.put({ key: INSTALL, value: before.installId });
  return { sentinel: before, loss: null };
}

/** The first telling; two windows that begin at once agree, as the database decides whose id it is. */
async function begin(counts: Counts, deleted: Counts, now: Date): Promise<Sentinel> {
  const at = now.toISOString();
  const installId = await db.transaction('rw', db.meta, async () => {
    const known = (await db.meta.get(INSTALL))?.value;
    if (known) return known;
    const made = crypto.randomUUID();
    await db.meta.put({ key: INSTALL, value: made });
    return made;
  });
  const told = await readSentinel();
  if (told) return told;
  const fresh = { installId, createdAt: at, counts, deleted, lastWrite: null, lastBackup: null, loss: null };
  await write(fresh);
  return fresh;
}

/** Tells what there is now. While a loss is undecided nothing is told, or it would be forgotten. */
export async function refreshSentinel(now = new Date()): Promise<void> {
  const { install, counts, deleted } = await take();
  const before = await readSentinel();
  if (!before || before.loss || install !== before.installId) return;
  await write({ ...before, counts, deleted, lastWrite: now.toISOString() });
}

/** The loss is decided: what is there now is what counts, from a restore or because it is right so. */
export async function acceptLoss(now = new Date()): Promise<void> {
  const before = await readSentinel();
  if (!before) return;
  const { counts, deleted } = await take();
  await db.meta.put({ key: INSTALL, value: before.installId });
  await write({ ...before, counts, deleted, loss: null, lastWrite: now.toISOString() });
}

/** Backups that are remembered by name. */
const BACKUPS = 100;

/** Remembers that a backup was made and verified. `gone`: names of others that were deleted for it. */
export async function noteBackup(lastBackup: LastBackup, gone: readonly string[] = []): Promise<void> {
  const { sentinel } = await checkSentinel();
  const told = (await readSentinel()) ?? sentinel;
  const before = knownBackups(told).filter(({ name }) => name !== lastBackup.name && !gone.includes(name));
  await write({ ...told, lastBackup, backups: [...before, lastBackup].slice(-BACKUPS) });
}

/** The backup files that are known of, the newest last. */
export function knownBackups(sentinel: Sentinel | undefined): LastBackup[] {
  return sentinel?.backups ?? (sentinel?.lastBackup ? [sentinel.lastBackup] : []);
}

/** Calls back with what is told now and at each change, until the signal aborts. */
export function followSentinel(changed: (now: Sentinel | undefined) => void, signal: AbortSignal): void {
  const tell = () => void readSentinel().then((now) => signal.aborted || changed(now), console.error);
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) tell();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
  tell();
}
