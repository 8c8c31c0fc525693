import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, {
  type Browser,
  type Extension,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';
import { type AnswerOptions, answer } from '../calendar-page/serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface LaunchOptions {
  /** The folder under .output: the release build unless told. */
  build?: string;
  /** A browser profile to keep between launches; a new one by default. */
  profile?: string;
  headless?: boolean;
  /** What the stand-in calendar shows. */
  calendar?: AnswerOptions;
  args?: string[];
  /** How long the browser may take for one thing that it is told, in milliseconds. */
  patience?: number;
}

/** Chromium with the built extension in it, and every request to the calendar answered by the stand-in. */
export interface Peerside {
  browser: Browser;
  extensionId: string;
  profile: string;
  /** A tab with the stand-in calendar at a path such as `/calendar/u/0/r/week`. */
  calendar: (path?: string) => Promise<Page>;
  /** The real side panel, once it is open. */
  panel: () => Promise<Page>;
  /** The real popup, opened by the toolbar button over a page. */
  popup: (over: Page) => Promise<Page>;
  /** A page of the extension in a tab: `options.html#people`. */
  open: (path: string) => Promise<Page>;
  /** Resolves once the browser has taken a panel or popup apart. */
  gone: (page: Page) => Promise<void>;
  /** What calendar pages, or scripts in them, have asked of any other place. */
  askedElsewhere: string[];
  /** Stops the service worker, as the browser does after 30 seconds of rest. */
  stopWorker: () => Promise<void>;
  /** What pages and worker of the extension asked of the network, by the browser's own log; closes the browser to read it. */
  networkOfExtension: () => Promise<string[]>;
  close: () => Promise<void>;
}

/** Starts Chromium, named by CHROMIUM or on the path. */
export async function launch(options: LaunchOptions = {}): Promise<Peerside> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'peerside-'));
  const netLog = join(profile, 'net-log.json');
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: options.headless ?? true,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [join(root, '.output', options.build ?? 'chrome-mv3')],
    defaultViewport: null,
    // A page that never answers fails its test, not the whole run.
    protocolTimeout: options.patience ?? 30_000,
    // No bar about automation over what a person looks at.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
      '--window-size=1280,800',
      '--no-first-run',
      '--disable-component-update',
      `--log-net-log=${netLog}`,
      ...(options.args ?? []),
    ],
  });
  const extension = await loaded(browser);
  const own = (url: string) => url.startsWith(`chrome-extension://${extension.id}/`);
  const targets = new WeakMap<Page, Target>();
  const askedElsewhere: string[] = [];
  let closed = false;
  const end = async () => {
    // A browser that does not answer is ended by its process.
    if (!closed) await answered(browser.close(), 15_000).catch(() => browser.process()?.kill('SIGKILL'));
    closed = true;
  };
  const close = async () => {
    await end();
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  /** The page of ours with this file that is open, or opens. */
  const opened = async (file: string) => {
    const target = await browser.waitForTarget((one) => own(one.url()) && one.url().includes(file));
    const page = await target.asPage();
    targets.set(page, target);
    return page;
  };

  return {
    browser,
    extensionId: extension.id,
    profile,
    async calendar(path = '/calendar/u/0/r/week') {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const url = request.url();
        if (url.startsWith('https://calendar.google.com/'))
          void request.respond(answer(url, options.calendar));
        else {
          askedElsewhere.push(url);
          void request.abort();
        }
      });
      await page.goto(`https://calendar.google.com${path}`);
      return page;
    },
    panel: () => opened('sidepanel.html'),
    async popup(over) {
      await extension.triggerAction(over);
      return opened('popup.html');
    },
    async gone(page) {
      const target = targets.get(page);
      while (target && browser.targets().includes(target)) {
        await answered(new Promise((done) => browser.once('targetdestroyed', done)), 250).catch(
          () => undefined,
        );
      }
    },
    askedElsewhere,
    async open(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${extension.id}/${path}`);
      return page;
    },
    async stopWorker() {
      const target = browser.targets().find((one) => one.type() === 'service_worker' && own(one.url()));
      const worker = (await target?.worker()) as WebWorker | null | undefined;
      await worker?.close();
    },
    async networkOfExtension() {
      // The log is whole once the browser has ended.
      await end();
      return networkOf(`chrome-extension://${extension.id}`, netLog);
    },
    close,
  };
}

/** The extension, once its worker runs: before that the browser does not list it. */
async function loaded(browser: Browser): Promise<Extension> {
  await browser.waitForTarget((target) => target.type() === 'service_worker');
  const [extension] = [...(await browser.extensions()).values()];
  if (!extension) throw new Error('The extension did not load: is it built?');
  return extension;
}

interface NetLog {
  events: { params?: { url?: string; initiator?: string } }[];
}

/** The requests over http or sockets in Chromium's own log of its network that an origin has started, each once. */
function networkOf(origin: string, file: string): string[] {
  const log = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const urls = log.events.flatMap(({ params }) =>
    params?.initiator?.startsWith(origin) && params.url ? [params.url] : [],
  );
  return [...new Set(urls.filter((url) => /^(https?|wss?):/.test(url)))];
}

/** The element with this role and name, as a screen reader finds it; waits for it. Names match from their start. */
export async function byRole(page: Page, role: string, name: string) {
  const handle = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, {
    timeout: 15_000,
  });
  if (!handle) throw new Error(`no ${role} "${name}"`);
  return handle;
}

/** Waits until the page shows this text somewhere. */
export async function sees(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts, which textContent does not know.
    (wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted),
    { timeout: 15_000 },
    text,
  );
}

/** Gives the set that was just made its name, in the field that has the cursor, and waits until it is its heading. */
export async function nameNewSet(options: Page, name: string): Promise<void> {
  const field = await options.waitForSelector('textarea[aria-label="Name of the set"]');
  await field?.click({ count: 3 });
  await field?.type(name);
  await options.keyboard.press('Enter');
  await options.waitForFunction(
    (wanted) => [...document.querySelectorAll('h2')].some((one) => one.textContent === wanted),
    {},
    name,
  );
}

/** Saves a picture of a page and says where. Not by `page.screenshot()`, which waits for ever for a page that goes away, and all others with it. */
export async function picture(page: Page, folder: string, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  const session = await page.createCDPSession();
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  writeFileSync(path, Buffer.from(data, 'base64'));
  await session.detach();
  return path;
}

/** What is answered in time. @throws when it is not */
async function answered<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/**
 * Saves a picture of all that is open, tabs, panel and popup, and says where. A page that the browser lists but that
 * never answers, because it is going away, is left out after five seconds.
 */
export async function pictureAll(browser: Browser, folder: string, name: string): Promise<string[]> {
  const shown = browser
    .targets()
    .filter((one) => one.type() !== 'service_worker' && /^(https|chrome-extension):/.test(one.url()));
  const taken: string[] = [];
  for (const [index, target] of shown.entries()) {
    const take = async () => picture(await target.asPage(), folder, `${name}-${index}`);
    await answered(take(), 5_000).then(
      (path) => taken.push(path),
      () => undefined,
    );
  }
  return taken;
}
