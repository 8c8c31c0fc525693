import { useEffect, useState } from 'preact/hooks';
import { followSentinel, type Sentinel } from '../../storage/sentinel.ts';

/** What is told outside the database, up to date; undefined until it is read. */
export function useSentinel(): Sentinel | undefined {
  const [sentinel, setSentinel] = useState<Sentinel>();
  useEffect(() => {
    const stop = new AbortController();
    followSentinel(setSentinel, stop.signal);
    return () => stop.abort();
  }, []);
  return sentinel;
}
