import { browser } from 'wxt/browser';
import type { AskingOf } from './askings.ts';
import { currentSealer } from './lock-door.ts';
import type { NoteOf } from './notes.ts';
import { pack } from './packed.ts';

/*
 * Text that the database has not taken: it was full or in trouble, or the page closed before the write was through.
 * Extension storage is another store, and a text handed to it outlives the page. storage/save-unsaved.ts writes it
 * at the next opening.
 */

/** A text of one kind, and where it belongs. `base`: what it was typed over; `at`: when, ISO instant. */
interface Text<Kind, Of> {
  kind: Kind;
  of: Of;
  text: string;
  base?: string | undefined;
  at: string;
}
/** The words of a promise or a topic. */
export interface WordsOf {
  table: 'actionItems' | 'topics';
  id: string;
}
export type Unsaved =
  | Text<'note', NoteOf>
  /** The same answer of one peer or of several. */
  | Text<'answer', AskingOf[]>
  | Text<'words', WordsOf>;

/** Before it is known when. */
type Begun = Unsaved extends infer U ? (U extends Unsaved ? Omit<U, 'at'> : never) : never;

export const PREFIX = 'unsaved ';

/** Two windows that close at once must not overwrite each other. */
const page = crypto.randomUUID();

function keyOf({ kind, of }: Pick<Unsaved, 'kind' | 'of'>): string {
  const parts =
    'meetingId' in of ? [of.meetingId, of.kind] : Array.isArray(of) ? idsOf(of) : [of.table, of.id];
  return [PREFIX.trim(), kind, ...parts, page].join(' ');
}

function idsOf(of: readonly AskingOf[]): (string | null)[] {
  return [of[0]?.meetingId ?? null, of[0]?.questionId ?? null, ...of.map(({ personId }) => personId)];
}

/** Keeps a text until `saveUnsaved()`; called at once, without waiting for anything. */
export async function keepUnsaved(unsaved: Begun, now = new Date()): Promise<void> {
  const key = keyOf(unsaved);
  const value = { ...unsaved, at: now.toISOString() };
  const sealer = currentSealer();
  await browser.storage.local.set({ [key]: pack(sealer ? sealer.seal(key, value) : value) });
}

/** It is written: nothing of it waits any more. */
export async function dropUnsaved(unsaved: Pick<Unsaved, 'kind' | 'of'>): Promise<void> {
  await browser.storage.local.remove(keyOf(unsaved));
}

/**
 * Makes what writes a text as it is typed. What the database refuses is kept here until the same writer gets it through,
 * and the refusal is thrown.
 */
export function saver<K extends Unsaved['kind'], Of extends (Unsaved & { kind: K })['of']>(
  kind: K,
  write: (of: Of, text: string, base: string | undefined) => Promise<unknown>,
): (of: Of, text: string, base?: string) => Promise<void> {
  const kept = new Set<string>();
  return async (of, text, base) => {
    const unsaved = { kind, of, text, base } as Begun & Pick<Unsaved, 'kind' | 'of'>;
    const key = keyOf(unsaved);
    try {
      await write(of, text, base);
    } catch (error) {
      kept.add(key);
      await keepUnsaved(unsaved);
      throw error;
    }
    if (kept.delete(key)) await dropUnsaved(unsaved);
  };
}

/** Writes a meeting's notes as they are typed; what does so is fetched by the first key. */
export const noteSaver = () =>
  saver<'note', NoteOf>('note', async (of, text, base) => {
    const { writeMeetingNote } = await import('./write-note.ts');
    await writeMeetingNote(of, text, new Date(), base);
  });
