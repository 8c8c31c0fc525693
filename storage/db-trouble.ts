/**
 * Why the database cannot be used at the moment: another window holds it, this window's code is too old for it, all of this
 * Peerside is, or it would not open.
 */
export type DatabaseTrouble = {
  kind: 'blocked' | 'outdated' | 'newer' | 'failed';
  detail: string;
};

let trouble: DatabaseTrouble | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Notes a trouble; `detail` is the browser's own message. */
export function reportTrouble(kind: DatabaseTrouble['kind'], detail = ''): void {
  trouble = { kind, detail };
  tell();
}

/** The database opened after all. */
export function clearTrouble(): void {
  if (!trouble) return;
  trouble = undefined;
  tell();
}

/** What keeps the database from being used, if anything. */
export function databaseTrouble(): DatabaseTrouble | undefined {
  return trouble;
}

/** Calls back whenever `databaseTrouble()` changes, until the signal aborts. */
export function onDatabaseTrouble(listener: () => void, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
}
