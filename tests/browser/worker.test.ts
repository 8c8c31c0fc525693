import type { CDPSession, Page, Protocol, WebWorker } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { sees } from './harness.ts';
import { waitForMarks } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* What the worker has said to the browser, and no other test can see: the item of the context menu, who may read storage. */

const peerside = withPeerside();

async function worker(): Promise<WebWorker> {
  const target = await peerside.current.browser.waitForTarget((one) => one.type() === 'service_worker');
  const found = await target.worker();
  if (!found) throw new Error('no worker');
  return found;
}

/** The value, or the error, of an expression in our content script's own world of a page. */
async function inContentScript(page: Page, expression: string): Promise<string> {
  const session: CDPSession = await page.createCDPSession();
  const worlds: Protocol.Runtime.ExecutionContextDescription[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin.includes(peerside.current.extensionId));
  if (!world) throw new Error(`no world of ours among ${worlds.map(({ name }) => name).join()}`);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return exceptionDetails?.exception?.description ?? JSON.stringify(result.value);
}

test('what is selected on any page is kept for a peer by its item of the context menu', async () => {
  const at = await worker();
  // An item that there is not would be refused.
  await at.evaluate(() => chrome.contextMenus.update('keep-for-a-peer', {}));
  await expect(at.evaluate(() => chrome.contextMenus.update('another', {}))).rejects.toThrow();
  await at.evaluate(() => {
    const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(...args: unknown[]): void };
    clicked.dispatch(
      {
        menuItemId: 'keep-for-a-peer',
        editable: false,
        selectionText: 'The rota moves to Mondays',
        pageUrl: 'https://wiki.example/rota',
      },
      { id: 1, title: 'Rota' },
    );
    clicked.dispatch({ menuItemId: 'another', editable: false, selectionText: 'Not this' }, { id: 1 });
  });
  const panel = await peerside.current.open('sidepanel.html');
  await sees(panel, 'The rota moves to Mondays');
  expect(await panel.evaluate(() => document.body.textContent)).not.toContain('Not this');
  await panel.close();
});

test.each(['local', 'session'])(
  'the calendar page’s side can read nothing of storage.%s, as the extension’s own pages can',
  async (area) => {
    const page = await peerside.current.calendar();
    await waitForMarks(page, (titles) => titles.includes('Diane / Steve'));
    expect(await inContentScript(page, 'chrome.runtime.id')).toBe(
      JSON.stringify(peerside.current.extensionId),
    );
    expect(await inContentScript(page, `chrome.storage.${area}.get(null)`)).toContain('not allowed');
    expect(await inContentScript(page, `chrome.storage.${area}.set({ ours: 1 })`)).toContain('not allowed');
    const own = await peerside.current.open('options.html#about');
    expect(await own.evaluate(`chrome.storage.${area}.get(null).then(() => 'read')`)).toBe('read');
    await own.close();
    await page.close();
  },
);
