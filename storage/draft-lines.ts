import { type Slot, takeSlot } from './draft-slots.ts';

/** A line that was begun, as it was stored; undefined when it is none. */
const readLine = (stored: unknown): string | undefined =>
  typeof stored === 'string' && stored.trim() !== '' ? stored : undefined;

/** The first place with a line that was begun in a window that is gone; undefined when there is none. */
export const takeBegunLine = (draft: string) => takeSlot(draft, readLine, 'begun');

/** A place of its own for a new line. */
export const takeEmptyLine = (draft: string) => takeSlot(draft, readLine, 'empty');

/** Calls back with a line that was begun in a window that is gone, if there is one; `offer` answers whether it takes it. */
export async function offerLine(draft: string, offer: (begun: Slot<string>) => boolean): Promise<void> {
  const begun = await takeBegunLine(draft).catch(console.error);
  if (begun && !offer(begun)) await begun.free();
}
