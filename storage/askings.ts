import { mergeText } from '../prep/merge-text.ts';
import type { Asking, Level } from '../prep/records/question.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** One question put before one peer in one meeting. */
export interface AskingOf {
  personId: string;
  questionId: string;
  meetingId: string | null;
  /** As it is read out. */
  text: string;
  level: Level | null;
}

/**
 * Notes what became of a question: suggested, swapped away, kept for another time, or asked. There is one
 * row per peer, question and meeting; safe to repeat.
 * @returns the way back
 */
export async function recordAsking(
  of: AskingOf,
  state: Asking['state'],
  answer?: string,
  now = new Date(),
): Promise<Undo> {
  const { old, asking } = await db.transaction('rw', db.askings, async () => {
    const before = await find(of);
    const asking: Asking = {
      ...(before ?? { ...newRecord(now), answer: '' }),
      ...of,
      state,
      answer: answer ?? before?.answer ?? '',
      at: before && before.state === state ? before.at : now.toISOString(),
      updatedAt: now.toISOString(),
    };
    await db.askings.put(asking);
    return { old: before, asking };
  });
  return async () => {
    const again = new Date().toISOString();
    // A brief that shows it, perhaps for so short a time that it was not noted yet.
    const shown = old ?? (of.level ? { ...asking, state: 'suggested' as const } : undefined);
    if (!shown) return db.askings.delete(asking.id);
    // Shown again just now: it takes its place back from what came instead.
    const at = shown.state === 'suggested' ? again : shown.at;
    await db.askings.put({ ...shown, at, updatedAt: again });
  };
}

/**
 * Keeps the answer to a question as it is typed, for one peer or for several who were asked together. `base`: what it was
 * typed over. Of several, who has answered in other words keeps them; what another window wrote meanwhile stays, too.
 */
export async function recordAnswer(
  all: readonly AskingOf[],
  answer: string,
  base = '',
  now = new Date(),
): Promise<void> {
  await db.transaction('rw', db.askings, async () => {
    const stored = await Promise.all(all.map(async (of) => ({ of, answer: (await find(of))?.answer ?? '' })));
    const same = stored.filter((one) => one.answer === base || one.answer === '' || one.answer === answer);
    for (const one of same.length > 0 ? same : stored)
      await recordAsking(one.of, 'asked', mergeText(base, answer, one.answer), now);
  });
}

/** Notes the questions that a brief shows, where nothing is known of them yet in that meeting. */
export async function recordSuggested(all: readonly AskingOf[], now = new Date()): Promise<void> {
  await db.transaction('rw', db.askings, async () => {
    for (const of of all) {
      if (await find(of)) continue;
      await db.askings.add({
        ...newRecord(now),
        ...of,
        state: 'suggested',
        answer: '',
        at: now.toISOString(),
      });
    }
  });
}

function find(of: AskingOf): Promise<Asking | undefined> {
  const same = (asking: Asking) =>
    asking.personId === of.personId &&
    asking.questionId === of.questionId &&
    asking.meetingId === of.meetingId;
  return of.meetingId
    ? db.askings.where('meetingId').equals(of.meetingId).and(same).first()
    : db.askings.where('[personId+at]').between([of.personId, ''], [of.personId, '\uffff']).and(same).first();
}

/** Everything known of what one peer was asked or shown, oldest first. */
export function readPersonAskings(personId: string): Promise<Asking[]> {
  return db.askings.where('[personId+at]').between([personId, ''], [personId, '\uffff']).toArray();
}
