import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';

/** Runs a write of a switch, a chip or a move; when it fails, says so in place. @returns whether it was written */
export function useWriting(): (write: () => Promise<unknown>) => Promise<boolean> {
  const say = useToast();
  return async (write) => {
    try {
      await write();
      return true;
    } catch (error) {
      console.error('peerside: not written', error);
      say(t('uiNotStored'));
      return false;
    }
  };
}
