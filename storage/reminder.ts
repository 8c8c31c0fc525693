import { browser } from 'wxt/browser';
import type { Sentinel } from './sentinel.ts';

const KEY = 'backup-reminder';
const DAY = 86_400_000;

/** When to be reminded of a backup. */
export interface Reminder {
  /** Days after the last one; 0: never. */
  days: number;
  /** ISO instant: not before. */
  notBefore: string | null;
}

/** The choices of days. */
export const REMINDER_DAYS = [7, 14, 30, 90, 0] as const;
/** How long "later" is. */
export const REMIND_LATER_DAYS = 3;

const FIRST: Reminder = { days: 14, notBefore: null };

/** What is set now. */
export async function readReminder(): Promise<Reminder> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  return { ...FIRST, ...(kept as Partial<Reminder> | undefined) };
}

/** Sets after how many days to be reminded; 0: never. */
export async function setReminder(days: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: { days, notBefore: null } });
}

/** Puts the reminder off by some days. */
export async function remindLater(now = new Date()): Promise<void> {
  const notBefore = new Date(now.getTime() + REMIND_LATER_DAYS * DAY).toISOString();
  await browser.storage.local.set({ [KEY]: { ...(await readReminder()), notBefore } });
}

/** Whether it is time: there is something written, and neither a backup nor the first day with Peerside is that recent. */
export function isBackupDue(sentinel: Sentinel, { days, notBefore }: Reminder, now: Date): boolean {
  if (days === 0 || (notBefore !== null && now.toISOString() < notBefore)) return false;
  const written = Object.values(sentinel.counts).some((count) => count > 0);
  const since = Date.parse(sentinel.lastBackup?.at ?? sentinel.createdAt);
  return written && now.getTime() - since >= days * DAY;
}

/** Calls back with what is set now and at each change, until the signal aborts. */
export function followReminder(changed: (now: Reminder) => void, signal: AbortSignal): void {
  const tell = () => void readReminder().then((now) => signal.aborted || changed(now), console.error);
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) tell();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
  tell();
}
