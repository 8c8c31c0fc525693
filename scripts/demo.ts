import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import {
  byRole,
  launch,
  nameNewSet,
  type Peerside,
  picture,
  pictureAll,
  sees,
} from '../tests/browser/harness.ts';
import { openEvent, pressOnCard, waitForParts } from '../tests/browser/page-parts.ts';

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
// What is walked through is one day, whatever the hour; what somebody looks at is theirs.
if (walk) await import('../tests/setup/noon.ts');

console.log('Building the extension');
execFileSync(join(root, 'node_modules', '.bin', 'wxt'), ['build'], { cwd: root, stdio: 'pipe' });

const peerside = await launch({ headless: !hasDisplay }).catch((error: Error) => {
  console.error(
    `Chromium could not be started: ${error.message.split('\n')[0]}. Start ${process.env.CHROMIUM ?? 'chromium'} by itself to see why. ` +
      'Where it says that there is no usable sandbox, on Debian: sudo apt-get install chromium-sandbox',
  );
  process.exit(1);
});
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
  /** Does a step, tells what was seen, and pictures the page that it answers with. */
  const step = async (what: string, act: () => Promise<[seen: string, page: Page]>) => {
    number += 1;
    const name = `${String(number).padStart(2, '0')} ${what}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    try {
      const [seen, page] = await act();
      console.log(`${number}. ${what}: ${seen}\n   ${await picture(page, pictures, name)}`);
      return page;
    } catch (error) {
      console.error(`${number}. ${what}: FAILED, ${error instanceof Error ? error.message : error}`);
      await pictureAll(peerside.browser, pictures, `failed-${name}`);
      throw error;
    }
  };

  await step('Try it with sample people', async () => {
    const options = await peerside.open('options.html#people');
    await addSamplePeople(options);
    return ['Steve Tan and the others are in the list of people', options];
  });
  const calendar = await step('Open the calendar', async () => {
    const page = await peerside.calendar();
    const { marks } = await waitForParts(page, (parts) => parts.marks.length > 0);
    return [`${marks.length} events of this week carry the mark`, page];
  });
  await step('Open an event with a peer', async () => {
    await openEvent(calendar, 'Diane / Steve');
    const { card } = await waitForParts(calendar, (parts) => parts.card !== undefined);
    return [`the card says "${card?.text}"`, calendar];
  });
  const panel = await step('Prepare', async () => {
    await pressOnCard(calendar, 'Prepare');
    const page = await peerside.panel();
    await sees(page, 'Send the launch calendar');
    const heading = await page.$eval('h1', (one) => one.textContent);
    return [`the side panel shows "${heading}" and what was promised`, page];
  });
  await step('Tick a promise', async () => {
    await (await panel.waitForSelector('input.tick[aria-label^="Kept: Name a tester"]'))?.click();
    await sees(panel, 'Kept: Name a tester for the beta');
    return ['"Name a tester for the beta" is struck through, with Undo', panel];
  });
  await step('Write a note', async () => {
    await panel.type('#note', 'Ask what Friday releases cost Quality.');
    await panel.waitForFunction(
      () => document.querySelector('footer [role=status]')?.textContent === 'Saved',
    );
    return ['the note is saved as it is typed', panel];
  });
  const popup = await step('Capture in the popup', async () => {
    const page = await peerside.popup(calendar);
    await page.waitForSelector('textarea');
    await page.type('textarea', '[] send Steve the test plan by tomorrow');
    await sees(page, 'Steve Tan');
    return ['understood as a promise to Steve Tan, due tomorrow', page];
  });
  await step('See it arrive in the panel', async () => {
    await popup.keyboard.down('Control');
    // The popup closes itself once it has saved, so nobody answers for the key.
    await popup.keyboard.press('Enter').catch(() => undefined);
    await peerside.gone(popup);
    await sees(panel, 'the test plan');
    return ['the promise stands in the open panel, without a reload', panel];
  });
  await step('Add a question set', async () => {
    const options = await peerside.open('options.html#question-sets');
    await (await byRole(options, 'button', 'New set')).click();
    await nameNewSet(options, 'Launches with support');
    return ['"Launches with support" is a set of our own', options];
  });
  console.log(`\nAll ${number} steps were seen. Their pictures are in ${pictures}`);
}
