import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { openEvent, pressOnCard, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* The method through the real panel: the tests of this file follow each other in one browser. */

const peerside = withPeerside({ build: 'chrome-mv3' });
let calendar: Page;
let panel: Page;

const press = async (role: string, name: string) => (await byRole(panel, role, name)).click();

test('the brief of an ordinary meeting fits one screen, and says why these questions', async () => {
  calendar = await peerside.current.calendar();
  await openEvent(calendar, 'Diane / Steve');
  await waitForParts(calendar, (parts) => parts.card !== undefined);
  await pressOnCard(calendar, 'Prepare');
  panel = await peerside.current.panel();
  await sees(panel, 'fit Work better');
  await byRole(panel, 'button', 'Choose an agenda');
  await panel.setViewport({ width: 360, height: 760 });
  // All that is needed in the room stands above the foot: the last of it is the box for notes.
  await panel.waitForFunction(() => {
    const note = document.querySelector('#note')?.getBoundingClientRect();
    const foot = document.querySelector('.foot')?.getBoundingClientRect();
    return note && foot && note.bottom <= foot.top;
  });
  expect(await panel.evaluate(() => document.body.scrollWidth)).toBeLessThanOrEqual(360);
});

test('an agenda is chosen, and what is agreed goes into the close-out and its recap', async () => {
  await press('button', 'Choose an agenda');
  await press('option', 'A shared problem, in six steps');
  await press('checkbox', 'Done: How are you arriving today?');
  await (await panel.waitForSelector('::-p-aria([name="My view"])'))?.type('Late notice');
  await press('checkbox', 'Done: How it looks from each side, and whom it matters to');
  const option = await panel.waitForSelector('::-p-aria([name="Add an option"])');
  await option?.type('A shared calendar');
  await panel.keyboard.press('Enter');
  await press('button', 'Agreed');
  await press('button', 'Close out');
  await sees(panel, 'Agreed: A shared calendar');
  expect(await panel.evaluate(() => document.querySelector('pre')?.textContent)).not.toContain('Late notice');
});

test('closed out: the promise stands in the next brief, and the panel goes back to Today', async () => {
  await (await panel.waitForSelector('::-p-aria([name="You will"])'))?.type('Draw the calendar');
  await press('button', 'Finish');
  await sees(panel, 'Closed out');
  await panel.evaluate(() => {
    location.hash = '#promises';
  });
  await sees(panel, 'Draw the calendar');
  await sees(panel, 'You owe');
});

test('on a person’s page a fact is changed, a review day named, and a meeting logged', async () => {
  await panel.evaluate(() => {
    location.hash = '#person/sample%3Aperson%3Asteve.tan';
  });
  await press('button', 'Change: Daughter Lia took up the cello');
  await (await panel.waitForSelector('form select'))?.select('music');
  await press('button', 'Save');
  await sees(panel, 'Changed.');
  await sees(panel, 'Music');
  const reviews = () =>
    panel.evaluate(() => document.querySelector('[aria-label^="Series, to look at again"]')?.textContent);
  const before = await reviews();
  await (await panel.waitForSelector('[aria-label^="Series, to look at again"]'))?.click();
  const day = await panel.waitForSelector('input[type=date]');
  await day?.evaluate((field) => {
    field.value = '2031-03-04';
  });
  await day?.focus();
  await panel.keyboard.press('Enter');
  await sees(panel, 'Noted: you will look at it again then.');
  await expect.poll(reviews).not.toBe(before);
  await press('button', 'More for Steve Tan');
  await press('option', 'We met');
  await sees(panel, 'Close out with Steve Tan');
});
