import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { openEvent, pressOnCard, waitForMarks, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* The cover over the real pages; the tests of this file follow each other in one browser. */

const peerside = withPeerside();

const NAMES = /Steve|Diane|Ana|Priya|Mei|Noor|Pedro|migration/;

/** All that can be seen or heard of a page: its title, its address, what is drawn, what a screen reader is told. */
async function told(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const spoken = nodes
    .filter((node) => !node.ignored)
    .map((node) => `${node.name?.value ?? ''} ${node.description?.value ?? ''} ${node.value?.value ?? ''}`);
  // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts.
  const drawn = await page.evaluate(() => document.body.innerText);
  return [await page.title(), page.url(), drawn, ...spoken].join('\n');
}

const covered = (page: Page) => byRole(page, 'button', 'Show again');
let calendar: Page;
let panel: Page;

test('one key covers panel, popup, options and the marks in the calendar', async () => {
  calendar = await peerside.current.calendar();
  await waitForMarks(calendar, (marked) => marked.length >= 4);
  await openEvent(calendar, 'Diane / Steve');
  await waitForParts(calendar, (parts) => parts.card?.text.startsWith('Steve Tan') ?? false);
  await pressOnCard(calendar, 'Prepare');
  panel = await peerside.current.panel();
  await sees(panel, 'Steve Tan');
  const options = await peerside.current.open('options.html#people');
  await sees(options, 'Steve Tan');
  expect(await told(panel)).toMatch(NAMES);

  const note = await byRole(panel, 'textbox', 'Before: your preparation');
  await note.type('half a wor');
  await panel.keyboard.press('F2');
  for (const page of [panel, options]) {
    await covered(page);
    expect(await told(page)).not.toMatch(NAMES);
  }
  await waitForParts(calendar, (parts) => parts.marks.length === 0 && parts.card === undefined);
  await calendar.bringToFront();
  const popup = await peerside.current.popup(calendar);
  await covered(popup);
  expect(await told(popup)).not.toMatch(NAMES);
  await popup.close();
  await peerside.current.gone(popup);
  await options.close();
});

test('what opens while it lies opens covered, also with the worker stopped', async () => {
  await peerside.current.stopWorker();
  const page = await peerside.current.open('sidepanel.html#search/Steve');
  await covered(page);
  expect(await told(page)).not.toMatch(NAMES);
  const other = await peerside.current.calendar();
  await sees(other, 'Steve');
  await waitForParts(other, (parts) => parts.marks.length === 0);
  await other.close();
  await page.close();
});

test('lifting it by the button shows all again, and nothing typed is lost', async () => {
  await (await covered(panel)).click();
  await sees(panel, 'Steve Tan');
  const typed = await panel.evaluate(() =>
    [...document.querySelectorAll('textarea')].some((one) => one.value.includes('half a wor')),
  );
  expect(typed).toBe(true);
  await waitForMarks(calendar, (marked) => marked.length >= 4);
});
