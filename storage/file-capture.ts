import { type Understood, understand } from '../prep/capture.ts';
import { readMark } from '../prep/capture-marks.ts';
import { findMentions, type Mention, type Picks, pickKey } from '../prep/capture-names.ts';
import { isNeeded } from '../prep/capture-strip.ts';
import type { Capture } from '../prep/records/capture.ts';
import { type Roster, roster } from '../prep/spot.ts';
import { loadReadDate } from './date-reader.ts';
import { db } from './db.ts';
import { localDay } from './record.ts';
import type { Undo } from './remove.ts';
import { captureTables, fileItem, takeBack } from './save-capture.ts';

/**
 * Files a waiting capture with somebody, read by the same rules as when it was typed; "by Friday" is the Friday after
 * it was caught. A text taken from a page is a note whatever its lines start with.
 * @returns the way back: it waits again. Does nothing for a capture that is filed or gone
 */
export async function fileNow(id: string, personIds: readonly string[], now: Date): Promise<Undo> {
  const capture = await db.captures.get(id);
  if (!capture || capture.filedAt !== null || personIds.length === 0) return async () => {};
  // Read before the transaction: the reader of dates may have to be fetched first.
  const items = await itemsOf(capture, personIds);
  const undos = await db.transaction('rw', captureTables(), async () => {
    const still = await db.captures.get(id);
    if (!still || still.filedAt !== null) return [];
    const all: Undo[] = [];
    for (const item of items) all.push(...(await fileItem(item, capture.origin, now)));
    // Something that no record can hold stays in the inbox.
    if (all.length === 0) return [];
    const { waiting: _, ...filed } = still;
    await db.captures.put({ ...filed, filedAt: now.toISOString(), updatedAt: now.toISOString() });
    return [...all, async () => void (await db.captures.put(still))];
  });
  return () => takeBack(undos);
}

async function itemsOf(capture: Capture, personIds: readonly string[]): Promise<Understood[]> {
  if (capture.origin) return [noteOf(capture.text, personIds)];
  const today = localDay(new Date(capture.createdAt));
  const [readDate, people] = await Promise.all([loadReadDate(), db.people.toArray()]);
  const known = roster(people, { emails: [], name: '' });
  const picks = settledBy(personIds, capture.text, known);
  const items = understand(capture.text, { known, people, today, readDate, guess: personIds, picks });
  const said = items.filter((item) => item.problem !== 'empty');
  // The user said whose it is, whatever names it holds; a text that is only names is still a note.
  return said.length > 0
    ? said.map((item) => ({ ...item, personIds: [...personIds] }))
    : [noteOf(capture.text, personIds)];
}

/**
 * An @name that fits several, or was only begun, means the one of them whom the user chose; so does one that fits nobody
 * where it says for whom a line is. Amid a sentence that may be anybody: it stays as it is.
 */
function settledBy(personIds: readonly string[], text: string, known: Roster): Picks {
  const picks: Record<string, string> = {};
  const [only, other] = personIds;
  for (const typed of only !== undefined && other === undefined ? unknownAt(text, known) : [])
    picks[pickKey(typed)] = only ?? '';
  for (const mention of findMentions(text, known)) {
    const [meant, another] = mention.personIds.filter((id) => personIds.includes(id));
    if (!mention.sure && meant !== undefined && another === undefined) picks[pickKey(mention.typed)] = meant;
  }
  return picks;
}

/** The @names that fit nobody at the start or the end of a line, where its sentence does not need them: "ask @zoe" does. */
function unknownAt(text: string, known: Roster): string[] {
  return text.split('\n').flatMap((line) => {
    const body = line.slice(readMark(line).length);
    const all = findMentions(body, known);
    const addresses = ({ from, to }: Mention) =>
      /\S\s+\S/.test((body.slice(0, from) + body.slice(to)).trim()) &&
      (body.slice(0, from).trim() === '' || /^[\s.,;]*$/.test(body.slice(to)));
    return all
      .filter(
        (one, at) => !one.sure && one.personIds.length === 0 && addresses(one) && !isNeeded(body, all, at),
      )
      .map(({ typed }) => typed);
  });
}

/** A text that is a note as it stands. */
export function noteOf(text: string, personIds: readonly string[]): Understood {
  return {
    kind: 'note',
    owner: 'me',
    text,
    due: null,
    dueWords: '',
    noDay: '',
    personIds: [...personIds],
    by: 'named',
    maybe: [],
    open: undefined,
    from: 0,
    to: text.length,
    problem: undefined,
  };
}
