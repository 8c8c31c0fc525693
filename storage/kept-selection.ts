import { browser } from 'wxt/browser';
import { pageText } from '../prep/page-text.ts';
import type { Origin } from '../prep/records/note.ts';
import { keepInInbox } from './captures.ts';
import { isLocked } from './lock.ts';

const KEY = 'kept-selection';
/** The longest selection that is kept, in characters: some pages of a book. */
const SELECTION_MAX = 20_000;
/** A popup opened later is about something else. */
const FRESH_MS = 30_000;

/** What the browser hands over when "Keep for a peer" is chosen on a selected text. */
export interface Selection {
  text: string;
  pageUrl: string | undefined;
  pageTitle: string | undefined;
}

/** The page of a selection; null when it is no web page. */
export function originOf({ pageUrl, pageTitle }: Selection): Origin | null {
  const url = pageUrl && URL.canParse(pageUrl) ? new URL(pageUrl) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  // A longer address is cut to its page: half of one leads nowhere.
  const href = url.href.length <= 2_000 ? url.href : `${url.origin}${url.pathname}`.slice(0, 2_000);
  return { url: href, title: pageText(pageTitle ?? '', 200) || url.hostname };
}

/**
 * Keeps a selected text in the inbox at once, and notes it for the popup that opens next. A database in trouble
 * does not lose it: then it goes to the popup's draft.
 * @returns undefined when there were no words in it
 */
export async function keepSelection(selection: Selection, now = new Date()): Promise<string | undefined> {
  const text = pageText(selection.text, SELECTION_MAX);
  if (text === '') return undefined;
  // What cannot be sealed is not taken; the popup that opens says so.
  if (await isLocked()) return undefined;
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [KEY]: { id, at: now.getTime() } });
  const origin = originOf(selection);
  try {
    await keepInInbox(id, text, origin, now);
    return id;
  } catch (error) {
    // A popup that is open holds its own: this waits beside it.
    const { takeSlot } = await import('./draft-slots.ts');
    const place = await takeSlot('popup', readText);
    const before = place?.begun ? `${place.begun.text}\n` : '';
    const page = origin ? ` (${origin.url})` : '';
    try {
      await place?.keep({ personIds: [], picks: {}, ...place.begun, text: `${before}${text}${page}` });
    } finally {
      void place?.free();
    }
    throw error;
  }
}

/** The popup's draft as it was stored, with what else it holds; undefined when there is no text in it. */
function readText(draft: unknown): ({ text: string } & Record<string, unknown>) | undefined {
  const { text } = (draft ?? {}) as { text?: unknown };
  return typeof text === 'string' && text.trim() !== '' ? { ...(draft as object), text } : undefined;
}

/** The selection that was kept a moment ago, once; undefined when there is none. */
export async function takeKeptSelection(now = new Date()): Promise<string | undefined> {
  const stored = await browser.storage.session.get(KEY);
  const kept = stored[KEY] as { id: string; at: number } | undefined;
  if (!kept) return undefined;
  await browser.storage.session.remove(KEY);
  return now.getTime() - kept.at < FRESH_MS ? kept.id : undefined;
}
