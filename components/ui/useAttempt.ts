import { useCallback } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { useToast } from './Toast.tsx';

/** Does something that is stored, and says so when it could not be: `attempt(act)` is false then. Never throws. */
export function useAttempt(): (act: () => Promise<unknown>) => Promise<boolean> {
  const say = useToast();
  return useCallback(
    async (act) => {
      try {
        await act();
        return true;
      } catch (error) {
        console.error('peerside: not stored', error);
        say(t('uiNotStored'));
        return false;
      }
    },
    [say],
  );
}
