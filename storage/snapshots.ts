import { browser } from 'wxt/browser';
import { keptSnapshots, type SnapshotInfo, type SnapshotReason } from '../prep/backup/keep.ts';
import { contentOf } from './backup/source.ts';
import { headerNow, pack } from './backup/write.ts';
import { db } from './db.ts';
import { readySealer } from './lock-door.ts';
import { openValue, sealValue } from './lock-text.ts';
import { readSentinel } from './sentinel.ts';

/*
 * Copies that Peerside keeps by itself, packed, in the extension's storage: another store than the database on the same
 * disk. They go when Peerside is removed; only a backup file does not.
 */

const LIST = 'snapshots';
/** Characters of one part. */
const PART = 1_000_000;
/** Bytes turned to text at a time; a multiple of three, so that the texts can be joined. */
const STEP = 24_576;

const partKey = (id: string, part: number) => `snapshot ${id} ${part}`;

/** The snapshots there are, newest first. */
export async function listSnapshots(): Promise<SnapshotInfo[]> {
  const { [LIST]: list } = await browser.storage.local.get(LIST);
  return (list as SnapshotInfo[] | undefined) ?? [];
}

/** Takes a snapshot of everything, if there is anything, and lets go of those that are no longer wanted. */
export async function takeSnapshot(reason: SnapshotReason, now = new Date()): Promise<void> {
  await db.open();
  let records = 0;
  const count = (done: number) => {
    records = done;
  };
  const head = await headerNow(db, now);
  const packed = new Response(pack(contentOf(db, head, { progress: count })));
  const text = toText(new Uint8Array(await packed.arrayBuffer()));
  if (records === 0) return;
  const info: SnapshotInfo = { ...(await putParts(text)), at: now.toISOString(), reason, records };
  const list = await listSnapshots();
  const kept = keptSnapshots([info, ...list]);
  // Listed only once it is there whole.
  await browser.storage.local.set({ [LIST]: kept });
  await dropParts([...list, info].filter((one) => kept.every(({ id: other }) => other !== one.id)));
}

/** Takes one if it is time: none of today yet, something was written since the last, and nothing has been lost. */
export async function takeSnapshotIfDue(now = new Date()): Promise<void> {
  const sentinel = await readSentinel();
  if (!sentinel?.lastWrite || sentinel.loss) return;
  const [last] = await listSnapshots();
  if (last && (last.at.slice(0, 10) === now.toISOString().slice(0, 10) || last.at >= sentinel.lastWrite))
    return;
  await takeSnapshot('time', now);
}

/** Calls back with the snapshots there are now and at each change, until the signal aborts. */
export function followSnapshots(changed: (list: SnapshotInfo[]) => void, signal: AbortSignal): void {
  const tell = () => void listSnapshots().then((list) => signal.aborted || changed(list), console.error);
  const listener = (changes: Record<string, unknown>) => {
    if (LIST in changes) tell();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
  tell();
}

/** A snapshot as a backup file; undefined when it is gone. */
export async function openSnapshot(id: string): Promise<Blob | undefined> {
  const info = (await listSnapshots()).find((one) => one.id === id);
  if (!info) return undefined;
  await readySealer();
  const blobs: BlobPart[] = [];
  for (let part = 0; part < info.parts; part += 1) {
    const key = partKey(id, part);
    const text = openValue(key, (await browser.storage.local.get(key))[key]);
    if (typeof text !== 'string') return undefined;
    blobs.push(toBytes(text));
  }
  return new Blob(blobs);
}

/**
 * Puts other content in a snapshot's place, or lets go of it when there is none or it cannot be read to its end. Its day and
 * reason stay.
 */
export async function rewriteSnapshot(id: string, content: AsyncIterable<string> | undefined): Promise<void> {
  const info = (await listSnapshots()).find((one) => one.id === id);
  if (!info) return;
  let fresh: SnapshotInfo | undefined;
  if (content) {
    try {
      // The header is no record.
      const told = { records: -1 };
      const packed = new Response(pack(counting(content, told)));
      const parts = await putParts(toText(new Uint8Array(await packed.arrayBuffer())));
      fresh = { ...info, ...parts, ...told };
    } catch (error) {
      console.error('peerside: a snapshot could not be read', error);
    }
  }
  const list = await listSnapshots();
  await browser.storage.local.set({
    [LIST]: list.flatMap((one) => (one.id !== id ? one : fresh ? [fresh] : [])),
  });
  await dropParts([info]);
}

/** Deletes all snapshots: what is forgotten must not come back from one. */
export async function dropSnapshots(): Promise<void> {
  const list = await listSnapshots();
  await browser.storage.local.set({ [LIST]: [] });
  await dropParts(list);
}

async function* counting(content: AsyncIterable<string>, told: { records: number }): AsyncGenerator<string> {
  for await (const line of content) {
    if (line.startsWith('{')) told.records += 1;
    yield line;
  }
}

/** Stores a packed text in parts, under an id of its own. */
async function putParts(text: string): Promise<Pick<SnapshotInfo, 'id' | 'size' | 'parts'>> {
  const id = crypto.randomUUID();
  const parts = Math.ceil(text.length / PART);
  for (let part = 0; part < parts; part += 1) {
    const key = partKey(id, part);
    const value = sealValue(key, text.slice(part * PART, (part + 1) * PART));
    await browser.storage.local.set({ [key]: value });
  }
  return { id, size: text.length, parts };
}

async function dropParts(gone: readonly SnapshotInfo[]): Promise<void> {
  const keys = gone.flatMap(({ id, parts }) => Array.from({ length: parts }, (_, part) => partKey(id, part)));
  if (keys.length > 0) await browser.storage.local.remove(keys);
}

function toText(bytes: Uint8Array): string {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP) {
    texts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + STEP))));
  }
  return texts.join('');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  // A part ends after a whole number of fours, as its length is one.
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
