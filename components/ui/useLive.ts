import { useEffect, useRef, useState } from 'preact/hooks';
import { type Live, live } from '../../storage/live.ts';

/**
 * A query that stays up to date: `query` runs again whenever the data that it read, or `inputs`, change.
 * With new inputs the old answer stays until the new one is there.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [now, setNow] = useState<Live<T>>({ state: 'loading' });
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
