import type { Capture } from '../prep/records/capture.ts';
import type { Origin } from '../prep/records/note.ts';
import { type CaptureRow, db } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** A capture with the key that finds it while it waits. */
export function captureRow(capture: Capture): CaptureRow {
  const { waiting: _, ...record } = capture as CaptureRow;
  return capture.filedAt === null ? { ...record, waiting: capture.createdAt } : record;
}

/** Keeps a text in the inbox under an id made beforehand; for a text selected on a page. Safe to repeat. */
export async function keepInInbox(
  id: string,
  text: string,
  origin: Origin | null,
  now = new Date(),
): Promise<void> {
  await db.captures.put(captureRow({ ...newRecord(now), id, text, origin, filedAt: null }));
}

/** One capture, if it is there and still waits. */
export async function waitingCapture(id: string): Promise<Capture | undefined> {
  const capture = await db.captures.get(id);
  return capture?.filedAt === null ? capture : undefined;
}

/** The captures that wait to be filed, newest first. */
export function listInbox(): Promise<Capture[]> {
  return db.captures.orderBy('waiting').reverse().toArray();
}

/** How many captures wait to be filed. */
export function countInbox(): Promise<number> {
  return db.captures.orderBy('waiting').count();
}

/**
 * Files a waiting capture with somebody, as what its lines say. @returns the way back: it waits again.
 * Does nothing for one that is filed or gone
 */
export async function fileCapture(
  id: string,
  personId: string | readonly string[],
  now = new Date(),
): Promise<Undo> {
  // What reads the lines is fetched on first use: a page that only lists the inbox does without.
  const { fileNow } = await import('./file-capture.ts');
  return fileNow(id, [personId].flat(), now);
}
