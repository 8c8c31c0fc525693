import { useRef } from 'preact/hooks';
import type { Undo } from '../../storage/remove.ts';
import { useToast } from './Toast.tsx';
import { useAttempt } from './useAttempt.ts';

/**
 * For rows that leave a list when something is done with them: `takeAway(id, said, write)` writes it and says so, with
 * the way back. A second press on a row that still stands there does nothing: it would find nothing more to do, and
 * its way back, which leads nowhere, would stand in the place of the first one's. `ids`: the rows as drawn.
 */
export function useTakeAway(ids: readonly string[]) {
  const say = useToast();
  const attempt = useAttempt();
  const leaving = useRef(new Set<string>()).current;
  // Gone from the list: should it ever come back, it can be taken away again.
  for (const id of leaving) if (!ids.includes(id)) leaving.delete(id);
  return async (id: string, said: string, write: () => Promise<Undo>): Promise<void> => {
    if (leaving.has(id)) return;
    leaving.add(id);
    const stored = await attempt(async () => {
      const undo = await write();
      say(said, async () => {
        await undo();
        leaving.delete(id);
      });
    });
    if (!stored) leaving.delete(id);
  };
}
