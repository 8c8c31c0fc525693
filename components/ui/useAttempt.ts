import { useCallback, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { useToast } from './Toast.tsx';

/**
 * Does something that is stored, and says so when it could not be: `attempt(act)` is false then, and what was ticked or
 * chosen is drawn as it still is. Never throws.
 */
export function useAttempt(): (act: () => Promise<unknown>) => Promise<boolean> {
  const say = useToast();
  const [, redraw] = useState({});
  return useCallback(
    async (act) => {
      try {
        await act();
        return true;
      } catch (error) {
        console.error('peerside: not stored', error);
        say(t('uiNotStored'));
        redraw({});
        return false;
      }
    },
    [say],
  );
}
