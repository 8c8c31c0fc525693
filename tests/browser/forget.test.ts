import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { withPeerside } from './with-peerside.ts';

/* Forgetting in the built extension; the tests of this file follow each other in one browser. */

const peerside = withPeerside();
const press = async (page: Page, name: string) => (await byRole(page, 'button', name)).click();

/** All that the databases and storage areas of the extension hold, as text; tombstones apart. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts = [JSON.stringify(await chrome.storage.local.get(null))];
    texts.push(JSON.stringify(await chrome.storage.session.get(null)));
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name ?? '');
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      for (const store of opening.result.objectStoreNames) {
        if (store === 'tombstones') continue;
        const reading = opening.result.transaction(store).objectStore(store).getAll();
        await new Promise((done) => {
          reading.onsuccess = done;
        });
        texts.push(JSON.stringify(reading.result));
      }
      opening.result.close();
    }
    return texts.join('\n');
  });
}

test('a person is gone from every store, search and draft included, and from the panel that showed them', async () => {
  const panel = await peerside.current.open('sidepanel.html#search/Rui');
  await sees(panel, 'Rui Alves');
  const options = await peerside.current.open('options.html#data');
  await press(options, 'Keep a copy now');
  await sees(options, 'of that day');
  await options.goto(`chrome-extension://${peerside.current.extensionId}/options.html#people`);
  await options.waitForFunction(() => {
    const link = [...document.querySelectorAll('a')].find((one) => one.textContent?.includes('Rui Alves'));
    link?.click();
    return link;
  });
  await press(options, 'Forget this person…');
  await sees(options, 'Forget Rui Alves');
  await sees(options, 'There is no undo');
  expect(await stored(options)).toMatch(/Rui Alves|rui/i);
  await press(options, 'Forget for good');
  await sees(options, 'is forgotten');
  const left = await stored(options);
  expect(left).not.toMatch(/Rui Alves|sample:rui|"sample-rui/i);
  await panel.waitForFunction(() => !document.querySelector('main')?.textContent?.includes('Rui Alves'));
  await panel.close();
  await options.close();
});

test('everything goes after the word is typed, and the next opening greets as at the first', async () => {
  const options = await peerside.current.open('options.html#data');
  await press(options, 'Delete everything…');
  await press(options, 'Save a backup first');
  expect(await options.evaluate(() => document.activeElement?.textContent)).toContain('Save');
  await options.type('input[id$="-w"]', 'delete');
  await Promise.all([options.waitForNavigation(), press(options, 'Delete everything now')]);
  await sees(options, 'Not yet');
  const left = await stored(options);
  expect(left).not.toMatch(/Steve|Ana Lima|Noor/);
  await options.close();
  const panel = await peerside.current.open('sidepanel.html');
  await sees(panel, 'Add somebody you meet');
  expect(await panel.evaluate(() => document.body.textContent)).not.toMatch(/gone|lost/i);
  await panel.close();
});
