import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import {
  buttonOnCard,
  markedTitles,
  openEvent,
  pageParts,
  pressOnCard,
  waitForMarks,
  waitForParts,
} from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* What is spotted and drawn on the calendar. The tests of this file follow each other in one browser. */

const peerside = withPeerside();
let page: Page;

test('a week marks what names a peer, and nothing else', async () => {
  page = await peerside.current.calendar();
  const titles = await waitForMarks(page, (marked) => marked.length >= 4);
  expect(titles).toEqual(['1:1 Ana', 'Diane / Steve', 'Mei x Diane', 'Noor / Diane']);
});

test('a mark is 16 px wide in a chip of 64 px or more, and not seen in a narrower one', async () => {
  const widths = await page.evaluate(() => {
    const chip = [...document.querySelectorAll<HTMLElement>('[data-eventchip]')].find((one) =>
      one.textContent.includes('Mei x Diane'),
    );
    // Our host: the one element without any attribute.
    const host = [...(chip?.querySelectorAll('div') ?? [])].find((one) => one.attributes.length === 0);
    const before = chip?.style.width ?? '';
    const widthIn = (width: string) => {
      if (chip) chip.style.width = width;
      return host?.getBoundingClientRect().width;
    };
    return [widthIn('200px'), widthIn('64px'), widthIn('62px'), widthIn('20px'), widthIn(before)];
  });
  expect(widths).toEqual([16, 16, 0, 0, 16]);
});

test('guests that were read once mark the series from then on, in every view', async () => {
  await openEvent(page, 'Launch review');
  const { card } = await waitForParts(page, (parts) => parts.card !== undefined);
  expect(card?.text).toContain('Ana Lima');
  expect(card?.text).toContain('Pedro Costa');
  await waitForMarks(page, (marked) => marked.includes('Launch review'));
  await page.keyboard.press('Escape');
  await waitForParts(page, (parts) => parts.card === undefined);
  await page.evaluate(() => window.standIn.next());
  const nextWeek = await waitForMarks(page, (marked) => marked.length > 0);
  expect(nextWeek).toContain('Diane / Steve');
  await page.evaluate(() => window.standIn.previous());
  await waitForMarks(page, (marked) => marked.includes('Launch review'));
  await page.evaluate(() => window.standIn.goTo('month', new Date().toISOString().slice(0, 10)));
  const month = await waitForMarks(
    page,
    (marked) => marked.includes('Launch review') && marked.includes('Mei x Diane'),
  );
  for (const never of ["Steve Tan's birthday", 'Stevenson contract', 'Anatomy of an outage', 'Lunch']) {
    expect(month).not.toContain(never);
  }
  await page.evaluate(() => window.standIn.goTo('week', new Date().toISOString().slice(0, 10)));
  await waitForMarks(page, (marked) => marked.includes('Launch review'));
});

test('a title that fits two peers asks which, once, and remembers', async () => {
  await openEvent(page, '1:1 Ana');
  const { card } = await waitForParts(page, (parts) => parts.card?.text.includes('Which Ana?') ?? false);
  expect(card?.buttons.map((button) => button.name)).toEqual(['Ana Lima', 'Ana Roth']);
  await pressOnCard(page, 'Ana Roth');
  await waitForParts(page, (parts) => parts.card?.text.startsWith('Ana Roth') ?? false);
  await page.keyboard.press('Escape');
  await waitForParts(page, (parts) => parts.card === undefined);
  await openEvent(page, '1:1 Ana');
  await waitForParts(page, (parts) => parts.card?.text.startsWith('Ana Roth') ?? false);
});

test('a wrong answer is taken back on the card, and asked for again', async () => {
  await pressOnCard(page, 'Not Ana Roth?');
  await waitForParts(page, (parts) => parts.card?.text.includes('Which Ana?') ?? false);
  await pressOnCard(page, 'Ana Lima');
  await waitForParts(page, (parts) => parts.card?.text.startsWith('Ana Lima') ?? false);
  await page.keyboard.press('Escape');
  await waitForParts(page, (parts) => parts.card === undefined);
});

test('the unknown guest of a meeting of two becomes a peer in one click', async () => {
  await openEvent(page, 'Karin / Diane');
  await waitForParts(page, (parts) => parts.card?.text.includes('Karin Holm In a meeting of two') ?? false);
  await pressOnCard(page, 'Add as peer');
  await waitForParts(page, (parts) => parts.card?.buttons.some(({ name }) => name === 'Prepare') ?? false);
  await waitForMarks(page, (marked) => marked.includes('Karin / Diane'));
  const people = await peerside.current.open('options.html#people');
  await sees(people, 'Karin Holm');
  await people.close();
});

test('a meeting of many does not nag, and a hidden list concludes nothing', async () => {
  await openEvent(page, 'Town hall');
  await page.waitForFunction(() => document.querySelector('#xDetDlgAtt')?.textContent?.includes('250'));
  // Longer than a card ever takes to be drawn.
  await new Promise((settled) => setTimeout(settled, 4_500));
  expect((await pageParts(page)).card).toBeUndefined();
});

test('the card takes no click, key, wheel or focus from the page, and the page closes as ever', async () => {
  await openEvent(page, 'Diane / Steve');
  const prepare = await buttonOnCard(page, 'Prepare');
  const before = await page.evaluate(() => ({
    keys: window.standIn.keys.length,
    focus: document.activeElement?.id,
  }));
  // Beside its button: on the card, on nothing.
  await page.mouse.click(prepare.x - 120, prepare.y);
  await page.mouse.wheel({ deltaY: 40 });
  expect(await page.$eval('#xDetDlg', (dialog) => dialog.getClientRects().length)).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.standIn.keys.length)).toBe(before.keys);
  await page.keyboard.press('Escape');
  await page.waitForSelector('#xDetDlg', { hidden: true });
  await waitForParts(page, (parts) => parts.card === undefined);
});

test('the event page has the card too', async () => {
  await openEvent(page, 'Diane / Steve');
  await (await page.waitForSelector('button[jsname=DyVDA]'))?.click();
  await page.waitForSelector('#xGstLst [role=treeitem]');
  const { card } = await waitForParts(page, (parts) => parts.card?.text.includes('Steve Tan') ?? false);
  expect(card?.buttons.map((button) => button.name)).toContain('Prepare');
  await page.goBack();
  await waitForMarks(page, (marked) => marked.includes('Diane / Steve'));
});

test('with marks switched off nothing of ours is in the page; switched on they come back', async () => {
  const options = await peerside.current.open('options.html#calendar');
  const marks = await byRole(options, 'switch', 'Show marks and cards');
  await marks.click();
  await page.bringToFront();
  await waitForMarks(page, (marked) => marked.length === 0);
  expect((await pageParts(page)).roots).toEqual([]);
  await options.bringToFront();
  await marks.click();
  await page.bringToFront();
  await waitForMarks(page, (marked) => marked.includes('Diane / Steve'));
  await options.close();
});

test('when the extension goes away, everything of ours leaves the page and nothing is said', async () => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const options = await peerside.current.open('options.html#about');
  await options.evaluate(() => setTimeout(() => chrome.runtime.reload(), 50));
  await page.bringToFront();
  await page.evaluate(() => window.standIn.next());
  await page.evaluate(() => window.standIn.previous());
  await waitForMarks(page, (marked) => marked.length === 0);
  expect(errors).toEqual([]);
  expect(await markedTitles(page)).toEqual([]);
});
