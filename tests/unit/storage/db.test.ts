import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db, openDatabase } from '../../../storage/db.ts';
import { clearTrouble, databaseTrouble, onDatabaseTrouble } from '../../../storage/db-trouble.ts';
import { live } from '../../../storage/live.ts';

/** A version of the database that this code does not know; Dexie's are tenths of IndexedDB's. */
const NEWER = (db.verno + 1) * 10;

/** A connection of another window, without any code of ours. */
function connect(version: number): { request: IDBOpenDBRequest; opened: Promise<IDBDatabase> } {
  const request = indexedDB.open('peerside', version);
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return { request, opened };
}

const until = (what: () => boolean) => vi.waitFor(() => expect(what()).toBe(true));

beforeEach(async () => {
  db.close();
  await Dexie.delete('peerside');
  clearTrouble();
});
afterEach(() => vi.restoreAllMocks());

test('every write is on the disk before it is called done', async () => {
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await openDatabase();
  await db.meta.put({ key: 'x', value: 'y' });
  await db.transaction('rw', db.meta, () => db.meta.delete('x'));
  const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual([
    { durability: 'strict' },
    { durability: 'strict' },
  ]);
});

describe('opening the database', () => {
  test('all is well: no trouble', async () => {
    await openDatabase();
    expect(databaseTrouble()).toBeUndefined();
    expect(db.isOpen()).toBe(true);
  });

  test('a window of an older version holds it: blocked, until that window lets go', async () => {
    const older = await connect(5).opened;
    const opening = openDatabase();
    await until(() => databaseTrouble()?.kind === 'blocked');
    older.close();
    await opening;
    expect(databaseTrouble()).toBeUndefined();
    expect(db.isOpen()).toBe(true);
  });

  test('it would not open: the browser’s own words are kept, nothing is thrown, and it can be tried again', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    });
    await openDatabase();
    expect(databaseTrouble()).toMatchObject({ kind: 'failed' });
    expect(databaseTrouble()?.detail).toContain('The disk is full');
    vi.restoreAllMocks();
    db.close({ disableAutoOpen: false });
    await openDatabase();
    expect(databaseTrouble()).toBeUndefined();
  });

  test('a live query that waits for a blocked database says so instead of loading for ever', async () => {
    const older = await connect(5).opened;
    const stop = new AbortController();
    const seen: string[] = [];
    live(
      () => db.people.count(),
      (now) => seen.push(now.state),
      stop.signal,
    );
    const opening = openDatabase();
    await until(() => seen.includes('failed'));
    older.close();
    await opening;
    await until(() => seen.at(-1) === 'ready');
    stop.abort();
  });

  test('whoever listens hears of each trouble and of its end, until they stop', async () => {
    const stop = new AbortController();
    const heard: unknown[] = [];
    onDatabaseTrouble(() => heard.push(databaseTrouble()?.kind), stop.signal);
    const older = await connect(5).opened;
    const opening = openDatabase();
    await until(() => heard.length === 1);
    older.close();
    await opening;
    expect(heard).toEqual(['blocked', undefined]);
    stop.abort();
    await connect(NEWER).opened.then((newer) => newer.close());
    expect(heard).toEqual(['blocked', undefined]);
  });
});

// Last: what closes for a newer version never opens again in this process.
test('a newer version wants it: this code lets go at once and never opens it again', async () => {
  await openDatabase();
  const newer = await connect(NEWER).opened;
  expect(newer.version).toBe(NEWER);
  expect(databaseTrouble()?.kind).toBe('outdated');
  await expect(db.people.count()).rejects.toThrow(/closed/i);
  newer.close();
});
