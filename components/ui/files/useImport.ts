import { useState } from 'preact/hooks';
import type { Undo } from '../../../storage/remove.ts';
import { keepFocus } from '../keep-focus.ts';
import { useToast } from '../Toast.tsx';

export interface Import {
  state: 'still' | 'writing' | 'failed';
  /** Writes what was found. `write` answers what to say about it and the way back; when it throws, that is shown in place. */
  take: (write: () => Promise<{ said: string; undo: Undo }>) => void;
}

/** Writing what was found in a file, once the user says so, and only once; then `onDone`. */
export function useImport(onDone: () => void): Import {
  const [state, setState] = useState<Import['state']>('still');
  const say = useToast();
  const take: Import['take'] = async (write) => {
    if (state === 'writing') return;
    setState('writing');
    try {
      const { said, undo } = await write();
      say(said, async () => {
        await undo();
        keepFocus(() => document.getElementById('title'));
      });
      onDone();
    } catch (error) {
      console.error('peerside: an import failed', error);
      setState('failed');
    }
  };
  return { state, take };
}
