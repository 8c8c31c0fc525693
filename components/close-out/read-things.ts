import type { Owner } from '../../prep/records/action-item.ts';
import type { CloseOutDraft, Thing } from '../../storage/close-out-draft.ts';

type Things = CloseOutDraft['things'];

/** Whose promise a row of the close-out is: of one peer it is theirs. */
export const ownerOf = (whose: string): Owner => (whose === 'me' || whose === 'both' ? whose : 'them');

/**
 * The things as they will be kept: a day that their words end with is the due day and goes out of them, as in the line that
 * adds a promise. A day chosen by hand wins, and so does one of `before` (as they are stored) that the same words had.
 */
export async function readThings(things: Things, before: Things): Promise<Things> {
  const read = Object.entries(things).map(
    async ([whose, thing]) => [whose, await readThing(whose, thing, before[whose]?.text ?? '')] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

async function readThing(whose: string, thing: Thing, before: string): Promise<Thing> {
  const { text, due, byHand, on } = thing;
  if (on === undefined || text.trim() === '') return thing;
  try {
    const { readPromise } = await import('../capture/read-promise.ts');
    const [said, old] = await Promise.all([readPromise(text, on), readPromise(before, on)]);
    if (said.due !== null && (byHand ? said.due !== due : said.due === old.due)) return thing;
    const isWhole = said.text !== '' && (said.owner ?? ownerOf(whose)) === ownerOf(whose);
    return { ...thing, text: isWhole ? said.text : text, due: said.due ?? due };
  } catch (error) {
    // The words matter more than their day.
    console.error('peerside: the date was not read', error);
    return thing;
  }
}
