/**
 * Why the database cannot be used at the moment: another window holds it, this window's code is too old for it, all of this
 * Peerside is, the browser lets nothing be stored here (a private window, a policy), or it would not open.
 */
export type DatabaseTrouble = {
  kind: 'blocked' | 'outdated' | 'newer' | 'refused' | 'failed';
  detail: string;
};

/*
 * What browsers throw where an extension may store nothing: Firefox in a private window and with "Never remember history"
 * (PLATFORM, part 4), both where site data is blocked by a setting or a policy, and Dexie where there is no IndexedDB at all.
 */
const REFUSED =
  /SecurityError|MissingAPI|did not allow mutations|denied in this context|operation is insecure/;

/** Whether the browser refuses to store anything, or only this opening went wrong. */
export function openTrouble(error: unknown): 'refused' | 'failed' {
  const { name, message, inner } = (error ?? {}) as { name?: unknown; message?: unknown; inner?: unknown };
  if (REFUSED.test(`${name} ${message}`)) return 'refused';
  return inner && inner !== error ? openTrouble(inner) : 'failed';
}

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
