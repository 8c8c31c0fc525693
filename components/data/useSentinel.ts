import { useEffect, useState } from 'preact/hooks';
import { followSentinel, type Sentinel } from '../../storage/sentinel.ts';

/** What is told outside the database, up to date; undefined until it is read. `first`: what was read beforehand. */
export function useSentinel(first?: Sentinel): Sentinel | undefined {
  const [sentinel, setSentinel] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    followSentinel(setSentinel, stop.signal);
    return () => stop.abort();
  }, []);
  return sentinel;
}
