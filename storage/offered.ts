import { browser } from 'wxt/browser';
import { emailKey } from '../prep/email-key.ts';
import { mailbox } from '../prep/mailbox.ts';
import { changeSettings } from './settings.ts';

/*
 * Whom a card in the calendar page has offered as a new peer since the browser started: the page may only put away what
 * our own card has offered. Session storage, as the worker forgets and no page may read it.
 */
const KEY = 'offered';
/** More cards are not looked at before one of them is answered. */
const OFFERED_MAX = 200;
/** As many as the settings hold. */
const NOT_OFFERED_MAX = 5_000;

async function readOffered(): Promise<string[]> {
  const { [KEY]: offered } = await browser.storage.session.get(KEY);
  return Array.isArray(offered) ? offered : [];
}

/** Notes that a card offers this address. */
export async function noteOffered(email: string): Promise<void> {
  const offered = await readOffered();
  const box = mailbox(email);
  if (offered.includes(box)) return;
  await browser.storage.session.set({ [KEY]: [...offered, box].slice(-OFFERED_MAX) });
}

/** Never offers an address again. Does nothing for one that no card has offered. */
export async function dismissOffered(email: string): Promise<void> {
  if (!(await readOffered()).includes(mailbox(email))) return;
  const key = emailKey(email);
  await changeSettings(({ notOffered }) => ({
    notOffered: notOffered.includes(key) ? notOffered : [...notOffered, key].slice(-NOT_OFFERED_MAX),
  }));
}
