import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { byRole, sees } from '../browser/harness.ts';
import { answer } from '../calendar-page/serve.ts';
import { command, contextOf, inWindow } from './bidi.ts';
import { type Inset, inset } from './inset.ts';
import { backgroundState, draw, pressKey, stopBackground, thrownAt, toldConsole } from './window.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ID = 'peerside@peerside.example';
/** Firefox draws this by lot at each installation, unless a preference names it. */
const HOST = '5d1b7a3e-1c1f-4a43-9d3e-0c6a5a1e7b11';

/** Firefox with the built extension in it, and every request to the calendar answered by the stand-in. */
export interface PeersideInFirefox {
  browser: Browser;
  /** The folder in which saved files arrive. */
  downloads: string;
  /** A tab with the stand-in calendar. */
  calendar: () => Promise<Page>;
  /** A page of the extension in a tab: `options.html#people`. */
  open: (path: string) => Promise<Page>;
  /** Does what the browser does for a key of the extension with Alt and Shift: `O`. */
  key: (letter: string) => Promise<void>;
  sidebar: Inset;
  popup: Inset;
  background: { state: () => Promise<string>; stop: () => Promise<void> };
  /** What the extension has thrown, or told the console as an error, so far. A page of it must be open. */
  errors: () => Promise<string[]>;
  /** What calendar pages, or scripts in them, have asked of any other place. */
  askedElsewhere: string[];
  /** Saves a picture of the window and says where. */
  picture: (name: string) => Promise<string>;
  close: () => Promise<void>;
}

/** Starts Firefox, named by FIREFOX_ESR or Debian's, and puts the built package into it for as long as it runs. */
export async function launchFirefox(): Promise<PeersideInFirefox> {
  const downloads = mkdtempSync(join(tmpdir(), 'peerside-downloads-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_ESR ?? '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: null,
    protocolTimeout: 30_000,
    // The right to look into the browser's own window: a sidebar is no tab.
    args: ['--remote-allow-system-access', '--width=1280', '--height=800'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
    },
  });
  await browser.installExtension(join(root, '.output/firefox-mv3'));
  const askedElsewhere: string[] = [];
  return {
    browser,
    downloads,
    async calendar() {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const url = request.url();
        if (url.startsWith('https://calendar.google.com/')) return void request.respond(answer(url));
        // The stand-in's icon.
        if (!url.startsWith('data:')) askedElsewhere.push(url);
        void request.abort();
      });
      await page.goto('https://calendar.google.com/calendar/u/0/r/week');
      return page;
    },
    async open(path) {
      const page = await browser.newPage();
      // Firefox never tells when a page of an extension has loaded, which `goto` waits for.
      await command(browser, 'browsingContext.navigate', {
        context: contextOf(page),
        url: `moz-extension://${HOST}/${path}`,
        wait: 'none',
      });
      await page.waitForFunction(
        () => location.protocol === 'moz-extension:' && document.readyState === 'complete',
      );
      return page;
    },
    key: (letter) => inWindow(browser, pressKey, letter),
    sidebar: inset(browser, 'sidebar'),
    popup: inset(browser, 'popup'),
    background: {
      state: () => inWindow(browser, backgroundState, ID),
      stop: () => inWindow(browser, stopBackground, ID),
    },
    errors: async () => [
      ...(await inWindow(browser, thrownAt, HOST)),
      ...(await inWindow(browser, toldConsole, ID)),
    ],
    askedElsewhere,
    async picture(name) {
      const folder = join(root, 'pictures', 'firefox');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      const url = await inWindow(browser, draw);
      writeFileSync(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
      return path;
    },
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/** One Firefox for the tests of a file; a failed test leaves a picture of its window in pictures/firefox. */
export function withFirefox(): { current: PeersideInFirefox } {
  const held = {} as { current: PeersideInFirefox };
  beforeAll(async () => {
    held.current = await launchFirefox();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await held.current.picture(`failed-${task.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`);
  });
  afterAll(() => held.current?.close());
  return held;
}

/** Presses "Try it with sample people" on the options page, as on a first run, and leaves the page open. */
export async function addSamplePeople(firefox: PeersideInFirefox): Promise<Page> {
  const options = await firefox.open('options.html#people');
  await (await byRole(options, 'button', 'Try it with sample people')).click();
  await sees(options, 'Steve Tan');
  return options;
}
