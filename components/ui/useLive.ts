import { useEffect, useRef, useState } from 'preact/hooks';
import { type Live, live } from '../../storage/live.ts';

/**
 * A query that stays up to date: `query` runs again whenever the data that it read, or `inputs`, change.
 * With new inputs the old answer stays until the new one is there. `first` is an answer known beforehand.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[], first?: T): Live<T> {
  const [now, setNow] = useState<Live<T>>(
    first === undefined ? { state: 'loading' } : { state: 'ready', value: first },
  );
  const latest = useRef(query);
  latest.current = query;
  useEffect(() => {
    const stop = new AbortController();
    const changed = (next: Live<T>) =>
      setNow((last) =>
        next.state === 'failed' && last.value !== undefined ? { ...next, value: last.value } : next,
      );
    live(() => latest.current(), changed, stop.signal);
    return () => stop.abort();
  }, inputs);
  return now;
}
