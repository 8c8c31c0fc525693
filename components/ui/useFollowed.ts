import { useEffect, useState } from 'preact/hooks';

type Follow<T> = (tell: (value: T) => void, signal: AbortSignal) => void;

/** What `follow` tells, up to date, for as long as it is drawn; until it has told anything `first`. */
export function useFollowed<T>(follow: Follow<T>): T | undefined;
export function useFollowed<T>(follow: Follow<T>, first: T): T;
export function useFollowed<T>(follow: Follow<T>, first?: T): T | undefined {
  const [value, setValue] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    follow((told) => setValue(() => told), stop.signal);
    return () => stop.abort();
  }, []);
  return value;
}
