import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { byRole, launch, type Peerside, picture, sees } from '../tests/browser/harness.ts';

/*
 * npm start. With a display: Chromium with Peerside on the stand-in calendar, with sample people, until it is
 * closed. Without one (or with --walk): the main job from one end to the other, each step told and pictured.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'pictures');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const walk = process.argv.includes('--walk') || !hasDisplay;

console.log('Building the extension');
execFileSync(join(root, 'node_modules', '.bin', 'wxt'), ['build'], { cwd: root, stdio: 'pipe' });

const peerside = await launch({ headless: !hasDisplay });
try {
  await (walk ? mainJob(peerside) : show(peerside));
} finally {
  await peerside.close();
}

/** Opens everything and leaves it to the person. */
async function show({ browser, calendar, open }: Peerside): Promise<void> {
  await addSamplePeople(await open('options.html#people'));
  const page = await calendar();
  await page.bringToFront();
  console.log('Open the event "Diane / Steve" and press Prepare. Close the browser to end.');
  await new Promise((done) => browser.on('disconnected', done));
}

async function addSamplePeople(options: Page): Promise<void> {
  await (await byRole(options, 'button', 'Try it with sample people')).click();
  await sees(options, 'Steve Tan');
}

/** The main job, step by step; the first step that fails ends it, with a picture of every page. */
async function mainJob(peerside: Peerside): Promise<void> {
  rmSync(pictures, { recursive: true, force: true });
  let number = 0;
  const step = async (what: string, page: () => Page, act: () => Promise<string>) => {
    number += 1;
    const name = `${String(number).padStart(2, '0')} ${what}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    try {
      const seen = await act();
      console.log(`${number}. ${what}: ${seen}\n   ${await picture(page(), pictures, name)}`);
    } catch (error) {
      console.error(`${number}. ${what}: FAILED, ${error instanceof Error ? error.message : error}`);
      for (const [index, open] of (await peerside.browser.pages()).entries()) {
        await picture(open, pictures, `failed-${name}-${index}`).catch(() => undefined);
      }
      process.exitCode = 1;
      throw error;
    }
  };
  let options = await peerside.open('options.html#people');
  let page = options;
  let panel = options;
  let popup = options;

  await step(
    'Try it with sample people',
    () => options,
    async () => {
      await addSamplePeople(options);
      return 'Steve Tan and the others are in the list of people';
    },
  );
  await step(
    'Open the calendar',
    () => page,
    async () => {
      page = await peerside.calendar();
      await page.bringToFront();
      await page.waitForFunction(
        () => document.querySelectorAll('[data-eventchip] peerside-mark').length > 0,
      );
      const marks = await page.$$eval('[data-eventchip] peerside-mark', (all) => all.length);
      return `${marks} events of this week carry the mark`;
    },
  );
  await step(
    'Open an event with a peer',
    () => page,
    async () => {
      await openEvent(page, 'Diane / Steve');
      await page.waitForSelector('peerside-card');
      return 'the card stands under the bubble of "Diane / Steve"';
    },
  );
  await step(
    'Prepare',
    () => panel,
    async () => {
      await pressPrepare(page);
      panel = await peerside.panel();
      await sees(panel, 'Send the launch calendar');
      return `the side panel shows "${await panel.$eval('h1', (heading) => heading.textContent)}" and what was promised`;
    },
  );
  await step(
    'Tick a promise',
    () => panel,
    async () => {
      const tick = await panel
        .waitForSelector('::-p-aria([role="checkbox"][name^="Kept: Name a tester"])')
        .catch(() => null);
      await (tick ?? (await panel.waitForSelector('input.tick[aria-label^="Kept: Name a tester"]')))?.click();
      await sees(panel, 'Kept: Name a tester for the beta');
      return '"Name a tester for the beta" is struck through, with Undo';
    },
  );
  await step(
    'Write a note',
    () => panel,
    async () => {
      await panel.type('#note', 'Ask what Friday releases cost his team.');
      await sees(panel, 'Saved');
      return 'the note is saved as it is typed';
    },
  );
  await step(
    'Capture in the popup',
    () => popup,
    async () => {
      popup = await peerside.popup(page);
      await popup.waitForSelector('textarea');
      await popup.type('textarea', '[] send Steve the test plan by tomorrow');
      await sees(popup, 'Steve Tan');
      return 'understood as a promise to Steve Tan, due tomorrow';
    },
  );
  await step(
    'See it arrive in the panel',
    () => panel,
    async () => {
      await popup.keyboard.down('Control');
      await popup.keyboard.press('Enter');
      await popup.keyboard.up('Control').catch(() => undefined);
      await sees(panel, 'the test plan');
      return 'the promise stands in the open panel, without a reload';
    },
  );
  await step(
    'Add a question set',
    () => options,
    async () => {
      options = await peerside.open('options.html#question-sets');
      await (await byRole(options, 'button', 'New set')).click();
      await sees(options, 'New set');
      return 'a set of our own stands first in the list';
    },
  );
  console.log(`\nAll ${number} steps were seen. Their pictures are in ${pictures}`);
}

/** Clicks a chip of the stand-in by its title, as a person would. */
async function openEvent(page: Page, title: string): Promise<void> {
  const chips = await page.$$('[data-eventchip]');
  for (const chip of chips) {
    if ((await chip.evaluate((node) => node.textContent ?? '')).includes(title)) return chip.click();
  }
  throw new Error(`no event "${title}" on the page`);
}

/** Presses the card's button by its place: its shadow root is closed, also to us. */
async function pressPrepare(page: Page): Promise<void> {
  const card = await page.waitForSelector('peerside-card');
  const box = await card?.boundingBox();
  if (!box) throw new Error('the card is not on the screen');
  await page.mouse.click(box.x + box.width - 56, box.y + box.height / 2);
}
