import { understand } from '../../prep/capture.ts';
import { readMark } from '../../prep/capture-marks.ts';
import { findMentions, pickKey } from '../../prep/capture-names.ts';
import type { Owner } from '../../prep/records/action-item.ts';
import { roster } from '../../prep/spot.ts';
import { loadReadDate } from '../../storage/date-reader.ts';
import { listPeople } from '../../storage/people.ts';

/** A promise as one line says it. */
export interface UnderstoodPromise {
  /** Said by a mark ("they:", "both:", a box); undefined: not said. */
  owner: Owner | undefined;
  text: string;
  /** `YYYY-MM-DD` or null. */
  due: string | null;
  /** The words that name a day which does not exist. */
  noDay: string;
}

/** Reads a line as a promise: a date at its end, a mark at its start if there is one. `today` is `YYYY-MM-DD`. */
export async function readPromise(
  line: string,
  today: string,
  readPeople = listPeople,
): Promise<UnderstoodPromise> {
  const readDate = await loadReadDate();
  const mark = readMark(line);
  const marked = mark.kind === 'promise';
  const body = (marked ? line.slice(mark.length) : line).replace(/\s+/g, ' ');
  const people = body.includes('@') ? await readPeople() : [];
  const known = roster(people, { emails: [], name: '' });
  // Whose promise it is, is known: no name in it is in question.
  const open = findMentions(body, known).filter((one) => !one.sure);
  const picks = Object.fromEntries(open.map((one) => [pickKey(one.typed), one.personIds[0] ?? '']));
  const [item] = understand(`[] ${body}`, { known, people, today, readDate, picks });
  return {
    owner: marked ? (mark.owner ?? item?.owner) : undefined,
    text: item?.text ?? '',
    due: item?.due ?? null,
    noDay: item?.noDay ?? '',
  };
}

/** A promise written anew: with the day that the words end with now, and did not before, taken out of them. */
export async function readChange(
  old: string,
  text: string,
  today: string,
): Promise<{ text: string; due?: string }> {
  const [before, now] = await Promise.all([readPromise(old, today), readPromise(text, today)]);
  const { due } = now;
  return due !== null && due !== before.due && now.text !== '' ? { text: now.text, due } : { text };
}
