import { understand } from '../../prep/capture.ts';
import { readMark } from '../../prep/capture-marks.ts';
import type { Owner } from '../../prep/records/action-item.ts';
import { roster } from '../../prep/spot.ts';
import { loadReadDate } from '../../storage/date-reader.ts';

/** A promise as one line says it. */
export interface UnderstoodPromise {
  /** Said by a mark ("they:", "both:", a box); undefined: not said. */
  owner: Owner | undefined;
  text: string;
  /** `YYYY-MM-DD` or null. */
  due: string | null;
}

/** Reads a line as a promise: a date at its end, a mark at its start if there is one. `today` is `YYYY-MM-DD`. */
export async function readPromise(line: string, today: string): Promise<UnderstoodPromise> {
  const readDate = await loadReadDate();
  const mark = readMark(line);
  const marked = mark.kind === 'promise';
  const body = (marked ? line.slice(mark.length) : line).replace(/\s+/g, ' ');
  const known = roster([], { emails: [], name: '' });
  const [item] = understand(`[] ${body}`, { known, today, readDate });
  return {
    owner: marked ? (mark.owner ?? item?.owner) : undefined,
    text: item?.text ?? '',
    due: item?.due ?? null,
  };
}
