import type { Undo } from '../../storage/remove.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';

/**
 * Changes a promise or a topic: seen at once, then written; what was done is said, with the way back. What cannot be
 * written is shown as it was; new words reject then, so that they stay in their field.
 */
export function useRowChange<T extends { id: string }, Change extends { text?: string }>(
  show: (row: T) => void,
  write: (id: string, what: Change) => Promise<Undo>,
  /** What to say of it; nothing where the row says enough. */
  wordsOf: (row: T, what: Change) => string | undefined,
): (row: T, what: Change) => Promise<void> {
  const say = useToast();
  const attempt = useAttempt();
  return async (row, what) => {
    show({ ...row, ...what });
    const stored = await attempt(async () => {
      const undo = await write(row.id, what);
      const said = wordsOf(row, what);
      if (!said) return;
      say(said, async () => {
        await undo();
        show(row);
      });
    });
    if (stored) return;
    show(row);
    if (what.text !== undefined) throw new Error('the new words were not stored');
  };
}
