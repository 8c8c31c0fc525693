import { useEffect, useState } from 'preact/hooks';
import { onLock } from '../../storage/lock.ts';
import { hasLock } from '../../storage/lock-there.ts';

/** Whether a lock is on, also while it is put on or taken off in another window; false until it is known. */
export function useHasLock(): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () => void hasLock().then(setThere, console.error);
    onLock(ask, stop.signal);
    ask();
    return () => stop.abort();
  }, []);
  return there;
}
