import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { openEvent, pageParts, waitForMarks, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* What anybody may write into an invitation: it is text, bounded, and stops nothing. */

const TITLE =
  '<b onclick="window.standIn.errors.push(1)">Steve</b> \u202esdrawkcab\u0007 <img src=x onerror=1>';

const peerside = withPeerside({ calendar: { extraTitle: TITLE } });
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  page = await peerside.current.calendar('/calendar/u/0/r/week?long=1&crowd=1');
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await waitForMarks(page, (titles) => titles.includes('Noor / Diane'));
});

/** The text of the card of an event, once there is one. */
async function cardOf(title: string): Promise<string> {
  await openEvent(page, title);
  const { card } = await waitForParts(page, (parts) => parts.card !== undefined);
  return card?.text ?? '';
}

test('a title of markup and turned text is marked for the peer it names, who alone is on the card', async () => {
  await waitForMarks(page, (titles) => titles.some((title) => title.startsWith('<b onclick')));
  expect(await cardOf('<b onclick')).toMatch(/^Steve Tan (Met|No meeting)[^<\u202e]* Prepare$/);
});

/** Opens an event and waits until the background has judged it, by its report. @returns the guests that it was told of */
async function judged(title: string): Promise<number | null> {
  const own = await peerside.current.open('options.html#about');
  const read = () =>
    own.evaluate(async () => {
      const stored = await chrome.storage.session.get('reader-report');
      return (stored['reader-report'] as { bubble: { at: string; guests: number | null } | null }).bubble;
    });
  const before = await read();
  await page.bringToFront();
  await openEvent(page, title);
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await read();
    if (now && now.at !== before?.at) {
      await own.close();
      // Longer than a card takes to be drawn once it is answered.
      await new Promise((settled) => setTimeout(settled, 1_500));
      expect((await pageParts(page)).card).toBeUndefined();
      return now.guests;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${title} was not judged`);
}

test('500 guests of whom nobody is known, and a title of 100,000 characters, are nobody’s', async () => {
  expect(await judged('Everyone at once')).toBe(500);
  expect(await judged('Long title')).toBeNull();
  expect(await cardOf('Noor / Diane')).toContain('Noor Haddad');
});

test('nothing was thrown, and nothing of a title ran', async () => {
  expect(await page.evaluate(() => window.standIn.errors)).toEqual([]);
  expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
});
