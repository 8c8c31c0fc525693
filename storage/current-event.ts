import { browser } from 'wxt/browser';
import type { CalendarEvent } from '../prep/calendar-event.ts';

/**
 * The event a browser window is at: opened on its calendar page, or chosen by Prepare. It lives in session
 * storage, which only the worker writes, after parsing what the page sent, and which no update outlives.
 */
export interface CurrentEvent {
  event: CalendarEvent;
  personIds: string[];
  /** ISO instant: when it was opened or chosen. */
  at: string;
  /** Whether its bubble or page is still open; the popup guesses the person from it. */
  open: boolean;
}

const key = (windowId: number) => `current-event:${windowId}`;

/*
 * That it was closed stands under a key of its own: closing one event and opening the next come in one moment, and a
 * close that had to read before it writes could put the closed one back.
 */
const closedKey = (windowId: number) => `closed-event:${windowId}`;

function currentOf(stored: Record<string, unknown>, windowId: number): CurrentEvent | undefined {
  const current = stored[key(windowId)] as CurrentEvent | undefined;
  if (!current || stored[closedKey(windowId)] !== current.event.key) return current;
  return { ...current, open: false };
}

/** The event that this window is at; undefined when there is none since the browser started. */
export async function readCurrentEvent(windowId: number): Promise<CurrentEvent | undefined> {
  return currentOf(await browser.storage.session.get([key(windowId), closedKey(windowId)]), windowId);
}

/** Sets the event of a window. */
export async function writeCurrentEvent(windowId: number, current: CurrentEvent): Promise<void> {
  await browser.storage.session.set({ [key(windowId)]: current, [closedKey(windowId)]: null });
}

/** Notes that the event is no longer open on the page; the panel stays on it. */
export async function closeCurrentEvent(windowId: number, eventKey: string): Promise<void> {
  await browser.storage.session.set({ [closedKey(windowId)]: eventKey });
}

/** Calls back with the event of this window as it is now, and with every newer one, until the signal aborts. */
export function onCurrentEvent(
  windowId: number,
  listener: (current: CurrentEvent) => void,
  signal: AbortSignal,
): void {
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    const current = changes[key(windowId)]?.newValue as CurrentEvent | undefined;
    if (current) listener(current);
  };
  browser.storage.session.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(changed));
  // Since the page read it, it may have changed before anybody listened.
  void readCurrentEvent(windowId).then((current) => {
    if (current && !signal.aborted) listener(current);
  });
}

export interface OwnCurrentEvent {
  windowId: number;
  current: CurrentEvent | undefined;
}

/** The window that this page of ours is in, and the event it is at: both asked for at once. */
export async function readOwnCurrentEvent(): Promise<OwnCurrentEvent> {
  const [windowId, stored] = await Promise.all([ownWindowId(), browser.storage.session.get(null)]);
  return { windowId, current: currentOf(stored, windowId) };
}

/** The id of the browser window that this page of ours is in. */
export async function ownWindowId(): Promise<number> {
  const { id: windowId } = await browser.windows.getCurrent();
  return windowId ?? browser.windows.WINDOW_ID_NONE;
}
