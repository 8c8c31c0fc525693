import { type Slot, takeSlot } from './draft-slots.ts';

/** A line that was begun: its words, or those with what was chosen for it by hand. */
export type Line = string | { text: string; as: string };

/** A line that was begun, as it was stored; undefined when it is none. */
function readLine(stored: unknown): Line | undefined {
  const { text, as } = (typeof stored === 'string' ? { text: stored } : (stored ?? {})) as Record<
    string,
    unknown
  >;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return typeof as === 'string' ? { text, as } : text;
}

/** The first place with a line that was begun in a window that is gone; undefined when there is none. */
export const takeBegunLine = (draft: string) => takeSlot(draft, readLine, 'begun');

/** A place of its own for a new line. */
export const takeEmptyLine = (draft: string) => takeSlot(draft, readLine, 'empty');

/** Calls back with a line that was begun in a window that is gone, if there is one; `offer` answers whether it takes it. */
export async function offerLine(draft: string, offer: (begun: Slot<Line>) => boolean): Promise<void> {
  const begun = await takeBegunLine(draft).catch(console.error);
  if (begun && !offer(begun)) await begun.free();
}
