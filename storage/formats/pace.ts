/**
 * Called again and again by what takes long, with how far it is (lines of the file): lets the page draw and answer in
 * between. Throws when what is under way is no longer wanted.
 */
export type Pace = (line: number) => void | Promise<void>;

/** For what is known to be short. */
export const unhurried: Pace = () => undefined;

/** How long a page may be busy before it draws again, in milliseconds. */
const BUSY_MS = 40;

/** A pace that gives the page its turn every 40 ms and ends by throwing once `signal` says so. */
export function pace(signal: AbortSignal, said: (line: number) => void = () => {}): Pace {
  let since = performance.now();
  return (line) => {
    if (performance.now() - since < BUSY_MS) return undefined;
    said(line);
    return new Promise((done, stop) =>
      setTimeout(() => {
        since = performance.now();
        if (signal.aborted) stop(signal.reason);
        else done();
      }),
    );
  };
}
