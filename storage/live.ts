import { liveQuery } from 'dexie';
import { clearTrouble, databaseTrouble, onDatabaseTrouble } from './db-trouble.ts';

/** What a live query stands at. A failure keeps the last value, so that nothing on the screen is taken away. */
export type Live<T> =
  | { state: 'loading'; value?: undefined; error?: undefined }
  | { state: 'ready'; value: T; error?: undefined }
  | { state: 'failed'; value?: T | undefined; error: unknown };

/**
 * Runs a query now and again whenever what it read changes, in this window or another one.
 * Calls `changed` with each answer until the signal aborts.
 */
export function live<T>(query: () => Promise<T>, changed: (now: Live<T>) => void, signal: AbortSignal): void {
  let last: T | undefined;
  const failed = (error: unknown) => changed({ state: 'failed', value: last, error });
  const subscription = liveQuery(query).subscribe({
    next(value) {
      last = value;
      // It answers: whatever was in its way is over.
      clearTrouble();
      changed({ state: 'ready', value });
    },
    error: failed,
  });
  // A blocked open never answers: say so instead of loading for ever.
  const trouble = () => databaseTrouble() && failed(databaseTrouble());
  trouble();
  onDatabaseTrouble(trouble, signal);
  signal.addEventListener('abort', () => subscription.unsubscribe());
}
