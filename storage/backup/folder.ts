import { browser } from 'wxt/browser';
import { db } from '../db.ts';
import { noteBackup, readSentinel } from '../sentinel.ts';
import { backupName } from './files.ts';
import { backupSeal } from './sealed.ts';
import { verify, writeBackup } from './write.ts';

/*
 * Dated copies in a folder that the user picked, where the browser can keep hold of one (Chromium). The hold lies in a small
 * database of its own: extension storage takes no handles, and the records' database may be lost or replaced.
 */

const STORE = 'handles';
const KEY = 'folder';
/** In extension storage: when the last copy was made there. */
const LAST = 'folder-copy';
/** How many copies of ours are kept in the folder. */
const COPIES = 10;
const DAY = 86_400_000;
const OURS = /^peerside-\d{4}-\d\d-\d\d-\d{6}\.peerside$/;

/** A folder as the browser hands it out, with what of it is not in every list of types. */
export type Folder = FileSystemDirectoryHandle & {
  queryPermission?: (mode: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (mode: { mode: 'readwrite' }) => Promise<PermissionState>;
  keys: () => AsyncIterable<string>;
};
type Picker = { showDirectoryPicker?: (options: { mode: 'readwrite'; id: string }) => Promise<Folder> };

/** Whether this browser can hold a folder. */
export function canPickFolder(): boolean {
  return typeof (globalThis as Picker).showDirectoryPicker === 'function';
}

function handles(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(`${db.name}-folder`, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => done(opening.result.transaction(STORE, mode).objectStore(STORE));
    opening.onerror = () => failed(opening.error);
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** The picked folder, if any, and whether the browser lets us write there without asking. */
export async function readFolder(): Promise<{ folder: Folder; allowed: boolean } | undefined> {
  if (!canPickFolder()) return undefined;
  const folder = (await answer((await handles('readonly')).get(KEY))) as Folder | undefined;
  if (!folder) return undefined;
  const state = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  return { folder, allowed: state === 'granted' };
}

/** Lets the user pick a folder; to be called from a click. @throws AbortError when none is picked */
export async function pickFolder(): Promise<void> {
  const folder = await (globalThis as Picker).showDirectoryPicker?.({ mode: 'readwrite', id: 'backups' });
  if (folder) await answer((await handles('readwrite')).put(folder, KEY));
}

/** Asks again for the right to write there, which browsers forget; to be called from a click. */
export async function allowFolder(): Promise<boolean> {
  const found = await readFolder();
  return (await found?.folder.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}

/** Lets go of the folder; what is in it stays. */
export async function leaveFolder(): Promise<void> {
  await answer((await handles('readwrite')).delete(KEY));
}

/**
 * Writes a backup into the folder, reads it back from the disk, and takes away the oldest copies of ours. It is written
 * without anybody there to type a passphrase: plain while there is no lock, else sealed as the lock seals.
 */
export async function copyToFolder(folder: Folder, now = new Date()): Promise<void> {
  await db.open();
  const seal = await backupSeal();
  const written = await writeBackup({ now, seal });
  const name = backupName(written.at);
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(written.blob);
  await stream.close();
  await verify(await file.getFile(), written, seal);
  await browser.storage.local.set({ [LAST]: written.at });
  const copies: string[] = [];
  for await (const key of folder.keys()) if (OURS.test(key)) copies.push(key);
  const old = copies.sort().slice(0, -COPIES);
  for (const one of old) await folder.removeEntry(one);
  await noteBackup({ at: written.at, name, records: written.records, locked: written.locked }, old);
}

/** Writes a copy if a folder is picked, it may be written to, and none was made today since something was written. */
export async function copyToFolderIfDue(now = new Date()): Promise<void> {
  const found = await readFolder();
  if (!found?.allowed) return;
  const sentinel = await readSentinel();
  if (!sentinel?.lastWrite || sentinel.loss) return;
  const { [LAST]: last } = await browser.storage.local.get(LAST);
  if (typeof last === 'string' && (last >= sentinel.lastWrite || now.getTime() - Date.parse(last) < DAY))
    return;
  await copyToFolder(found.folder, now);
}
