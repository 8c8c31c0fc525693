import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Peerside, sees } from './harness.ts';
import { ownBuild } from './own-build.ts';
import { addSamplePeople } from './with-peerside.ts';

/*
 * An update as it happens to somebody who works: the files of a newer version lie there, it waits while a panel is open, and takes the
 * place of this one. The browser tells an unpacked extension of no update, so the worker is told in its place. Then the other way: this version meets a database of a later one. The tests follow each other.
 */

const own = ownBuild();
let peerside: Peerside;

beforeAll(async () => {
  peerside = await launch(own.start);
  await addSamplePeople(peerside);
});
afterAll(async () => {
  await peerside?.close();
  own.remove();
});

const setVersion = (version: string) =>
  own.rewrite('manifest.json', (text) => JSON.stringify({ ...JSON.parse(text), version }));

const versionOf = (page: Page) => page.evaluate(() => chrome.runtime.getManifest().version);

async function openBrief(): Promise<Page> {
  const panel = await peerside.open('sidepanel.html');
  const prepare = await panel.waitForSelector('button[aria-label^="Prepare for Steve"]', { timeout: 15_000 });
  await prepare?.evaluate((button) => (button as HTMLElement).click());
  await panel.waitForSelector('#note');
  return panel;
}

test('a newer version waits for open windows and says so; let in, it finds what was typed a moment before', async () => {
  const today = await peerside.open('sidepanel.html');
  const panel = await openBrief();
  const before = await versionOf(panel);
  setVersion('99.0.0');
  const worker = await (
    await peerside.browser.waitForTarget((one) => one.type() === 'service_worker')
  ).worker();
  await worker?.evaluate(() => {
    const told = chrome.runtime.onUpdateAvailable as unknown as { dispatch(details: object): void };
    told.dispatch({ version: '99.0.0' });
  });
  await sees(today, 'A newer Peerside is ready');
  await sees(panel, 'A newer Peerside is ready');
  expect(await versionOf(today)).toBe(before);
  // Nobody has left the field.
  await panel.bringToFront();
  await panel.focus('#note');
  await panel.keyboard.type('Typed as the update came');
  // An extension that a driver has loaded does not come back from its own reload, and may stay disabled for good: the browser
  // is closed in its place. In a tab behind: a driver waits there for a frame that is never drawn.
  await today.evaluate(() => {
    chrome.runtime.reload = () => {
      document.title = 'let in';
    };
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === 'Update now')?.click();
  });
  await expect.poll(() => today.title()).toBe('let in');
  await peerside.close();
  // The newer one starts, over the same data.
  peerside = await launch(own.start);
  const again = await peerside.open('options.html#data');
  await expect.poll(() => versionOf(again)).toBe('99.0.0');
  // A copy of before it, should the new version do harm.
  await sees(again, 'before an update');
  expect(await again.evaluate(() => document.body.textContent?.includes('A newer Peerside is ready'))).toBe(
    false,
  );
  await again.close();
  const brief = await openBrief();
  await brief.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#note')?.value.includes('Typed as the update came'),
  );
  await brief.close();
});

test('an older version refuses to open what a later one has written, writes nothing, and says so', async () => {
  const page = await peerside.open('icon/16.png');
  await peerside.stopWorker();
  // What a later version does: another number, and a table that this one does not know.
  const raise = () =>
    page.evaluate(
      () =>
        new Promise<number>((done, failed) => {
          const opening = indexedDB.open('peerside', 990);
          opening.onupgradeneeded = () => opening.result.createObjectStore('later');
          opening.onsuccess = () => {
            opening.result.close();
            done(opening.result.version);
          };
          opening.onerror = failed;
        }),
    );
  expect(await raise()).toBe(990);
  const everything = () =>
    page.evaluate(async () => {
      const opening = indexedDB.open('peerside');
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      const stores = [...opening.result.objectStoreNames];
      const transaction = opening.result.transaction(stores);
      const reads = stores.map((name) => transaction.objectStore(name).getAll());
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      const { version } = opening.result;
      opening.result.close();
      return JSON.stringify([version, reads.map(({ result }) => result)]);
    });
  const before = await everything();
  const panel = await peerside.open('sidepanel.html');
  await sees(panel, 'newer');
  expect(await panel.$('#note')).toBeNull();
  const popup = await peerside.open('popup.html');
  await popup.waitForSelector('textarea');
  await popup.type('textarea', 'Caught by the older one');
  await popup.keyboard.down('Control');
  await popup.keyboard.press('Enter');
  await popup.keyboard.up('Control');
  await sees(popup, 'newer');
  expect(await everything()).toBe(before);
  // What was typed is still there.
  expect(await popup.evaluate(() => document.querySelector('textarea')?.value)).toContain(
    'Caught by the older one',
  );
});
