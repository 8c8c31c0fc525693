import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { openEvent, pressOnCard } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* Every page of ours as it is drawn: nothing wider than its window, no fault that axe finds, light and dark, and all by keyboard. */

const peerside = withPeerside();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  // Colours are mixed while they change: wait until all that moves has come to rest.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
  const { violations } = (await page.evaluate('axe.run(document)')) as { violations: Violation[] };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Waits until the page, laid out anew, is no wider than its window. */
const fits = (page: Page) =>
  page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, {
    timeout: 15_000,
  });

async function look(page: Page, widths: number[]): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const width of widths) {
      await page.setViewport({ width, height: 765 });
      await fits(page);
      expect(await faults(page), `${scheme} ${width}`).toEqual([]);
    }
  }
}

const PANEL = [250, 360, 400, 900];

test('Today, and the brief of a peer and of two', async () => {
  const page = await peerside.current.open('sidepanel.html');
  await sees(page, 'Time to meet');
  await look(page, PANEL);
  await (await page.waitForSelector('::-p-aria([name="Prepare for Rui Alves"])'))?.click();
  await page.waitForSelector('#note');
  await look(page, PANEL);
  await page.close();
});

test.each([
  ['search', 'search/launch%20before%3Asoon', 'is no day'],
  ['search, names to choose from', 'search/with%3Aa', 'Ana Roth'],
  ['a person', 'person/sample%3Aperson%3Asteve.tan', 'every 2 weeks'],
  ['a cover sheet', 'cover/sample%3Aperson%3Asteve.tan', 'Nothing is ticked yet'],
])('%s', async (_, hash, seen) => {
  const page = await peerside.current.open(`sidepanel.html#${hash}`);
  await sees(page, seen);
  await look(page, PANEL);
  await page.close();
});

test('a name of 200 letters, one from right to left and a text of markup fit as well', async () => {
  const options = await peerside.current.open('options.html#person/new');
  const name = await byRole(options, 'textbox', 'Name');
  await name.type(`<b>Wolfeschlegelstein</b> ${'hausenbergerdorff'.repeat(10)}`.slice(0, 200));
  await (await byRole(options, 'button', 'Add')).click();
  // Added: its page offers to save changes.
  await byRole(options, 'button', 'Save');
  await options.goto(`chrome-extension://${peerside.current.extensionId}/options.html#person/new`);
  await (await byRole(options, 'textbox', 'Name')).type('\u05d3\u05d5\u05d3 \u05db\u05d4\u05df');
  await (await byRole(options, 'button', 'Add')).click();
  await sees(options, '\u05d3\u05d5\u05d3');
  await look(options, [360, 1100]);
  await options.close();
});

test.each([
  ['question sets', '#question-sets', 'Built in'],
  ['people', '#people', 'Steve Tan'],
  ['calendar', '#calendar', 'Show marks and cards'],
  ['about', '#about', 'Peerside 0.1.0'],
])('options: %s', async (_, hash, text) => {
  const page = await peerside.current.open(`options.html${hash}`);
  await sees(page, text);
  await look(page, [360, 700, 1100]);
  await page.close();
});

test('the popup', async () => {
  const page = await peerside.current.open('popup.html');
  await page.waitForSelector('textarea');
  await page.type('textarea', '[] send Steve the plan by Friday\n! son starts school @me');
  await sees(page, 'Steve Tan');
  await look(page, [250, 360]);
  await page.close();
});

test('what is edited in the narrowest panel has the width of its row', async () => {
  const page = await peerside.current.open('sidepanel.html');
  await page.setViewport({ width: 250, height: 765 });
  await (await page.waitForSelector('::-p-aria([name="Prepare for Steve Tan"])'))?.click();
  await page.waitForSelector('[aria-label^="Change the date: Send"]');
  const boxOf = async (selector: string) => {
    const box = await (await page.waitForSelector(selector))?.boundingBox();
    if (!box) throw new Error(`${selector} is not drawn`);
    return { ...box, right: box.x + box.width, bottom: box.y + box.height };
  };
  const tick = '[aria-label^="Kept: Send"]';
  await page.focus(tick);
  await page.keyboard.press('e');
  const row = await boxOf('li:has([aria-label="Edit"])');
  expect((await boxOf('input[aria-label="Edit"]')).width).toBeGreaterThan(row.width - 50);
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  const date = await boxOf('input[aria-label="Change the date"]');
  const words = await boxOf('li:has([aria-label="Change the date"]) .t');
  const whose = await boxOf('li:has([aria-label="Change the date"]) .m bdi');
  expect(words.width).toBeGreaterThan(row.width - 50);
  expect(date.y).toBeGreaterThanOrEqual(words.bottom);
  expect(date.x).toBeGreaterThanOrEqual(whose.right);
  expect(date.width).toBeGreaterThan(100);
  expect(date.right).toBeLessThanOrEqual(row.right);
  await page.close();
});

test('in a browser that keeps its storage shut the panel says so', async () => {
  const page = await peerside.current.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(`chrome-extension://${peerside.current.extensionId}/sidepanel.html`);
  expect(
    await (await page.waitForSelector('[role=alert]'))?.evaluate((alert) => alert.textContent),
  ).toContain('safe');
  await page.close();
});

test('the brief is used by keyboard alone', async () => {
  const calendar = await peerside.current.calendar();
  await openEvent(calendar, 'Diane / Steve');
  await pressOnCard(calendar, 'Prepare');
  const panel = await peerside.current.panel();
  await sees(panel, 'Send the launch calendar');
  // What a row takes is fetched after the first content.
  await panel.waitForSelector('[aria-label^="Change the date: Send"]');
  const focused = () =>
    panel.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? (at?.closest('label') ?? at)?.textContent ?? '';
    });
  const seen: string[] = [];
  for (let step = 0; step < 80 && !seen.at(-1)?.startsWith('Before: your preparation'); step++) {
    await panel.keyboard.press('Tab');
    seen.push(await focused());
  }
  // In reading order, and what shows on hover is reached as well.
  const order = [
    'Go to the notes',
    'Today',
    'Capture a thought',
    'Trust level: Working',
    'Work better',
    'Still true',
    'Add a promise',
    'Kept: Send the launch calendar',
    'Change the date: Send',
    'Add something to raise',
    'Covered: Who signs off',
    'Swap all',
    'Asked: ',
    'Before: your preparation',
  ];
  const places = order.map((name) => seen.findIndex((one) => one.startsWith(name)));
  expect(
    order.filter((_, index) => (places[index] ?? -1) < 0),
    seen.join(' | '),
  ).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  await panel.focus('input.tick[aria-label^="Kept: Name a tester"]');
  await panel.keyboard.press('e');
  // Its words are chosen in the field that opens: what is typed replaces them.
  await panel.waitForFunction(() => getSelection()?.toString().startsWith('Name a tester'));
  await panel.keyboard.type('Name two testers');
  await panel.keyboard.press('Enter');
  await panel.waitForSelector('input.tick[aria-label^="Kept: Name two testers"]:focus');
  await panel.keyboard.press('Space');
  await panel.waitForSelector('input.tick[aria-label^="Kept: Name two testers"]:checked');
});
