import { scheduler } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sees } from './harness.ts';
import { openEvent, pressOnCard, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* Nothing that one is about to press moves away while a page comes up, by the browser's own account. */

const peerside = withPeerside({ build: 'chrome-mv3' });

interface Shift {
  value: number;
  moved: string[];
}

test.each([
  ['Today', 360, '', 'Promises due'],
  ['Today, as narrow as it gets', 250, '', 'Promises due'],
  ['Today in a tab', 1100, '', 'Promises due'],
  ['a person', 360, '#person/sample%3Aperson%3Asteve.tan', 'Daughter Lia'],
])('%s at %i px', async (_, width, hash, last) => {
  const page = await peerside.current.browser.newPage();
  await page.setViewport({ width, height: 760 });
  // Slow enough that what comes late is seen to come late.
  await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(`chrome-extension://${peerside.current.extensionId}/sidepanel.html${hash}`);
  await sees(page, last);
  // What comes later than all else: notices that are read from other stores.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1_500)));
  const shifts = await page.evaluate(
    () =>
      new Promise<Shift[]>((done) => {
        interface LayoutShift extends PerformanceEntry {
          value: number;
          sources: { node: Node | null }[];
        }
        const all: Shift[] = [];
        const seen = new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as LayoutShift[])
            all.push({
              value,
              moved: sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.slice(0, 60)}`),
            });
        });
        seen.observe({ type: 'layout-shift', buffered: true });
        // What was kept from before is handed over in a later task.
        setTimeout(() => done(all), 300);
      }),
  );
  expect(shifts).toEqual([]);
  await page.close();
});

test('the promises of a brief stay in their place, however late the code of the rest comes', async () => {
  const calendar = await peerside.current.calendar();
  await waitForParts(calendar, ({ marks }) => marks.length > 0);
  await openEvent(calendar, 'Diane / Steve');
  await waitForParts(calendar, ({ card }) => card !== undefined);
  await pressOnCard(calendar, 'Prepare');
  const panel = await peerside.current.panel();
  await sees(panel, 'Send the launch calendar');
  const session = await panel.createCDPSession();
  let lastAsked = Date.now();
  const late: string[] = [];
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*/chunks/*' }] });
  session.on('Fetch.requestPaused', async ({ requestId, request }) => {
    lastAsked = Date.now();
    const first = /\/(sidepanel|first|core|panel|BriefPage)-/.test(request.url);
    // Longer than the page waits before it says that it loads.
    if (!first) {
      late.push(request.url);
      await scheduler.wait(600);
    }
    await session.send('Fetch.continueRequest', { requestId }).catch(() => undefined);
  });
  await panel.evaluateOnNewDocument(() => {
    const tops = new Set<number>();
    Object.assign(window, { tops });
    const look = () => {
      const list = document.querySelector('.items');
      if (list) tops.add(list.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    look();
  });
  await panel.reload();
  await panel.waitForSelector('[aria-label^="Drop"]');
  // What has come asks for more.
  await expect.poll(() => Date.now() - lastAsked, { timeout: 30_000 }).toBeGreaterThan(2_500);
  expect(late.join()).toContain('/Extras-');
  await session.detach();
  expect(await panel.evaluate(() => [...(window as unknown as { tops: Set<number> }).tops].length)).toBe(1);
});

test('what points forth points the other way where one reads from the right, and open ones down', async () => {
  const page = await peerside.current.open('sidepanel.html#person/sample%3Aperson%3Asteve.tan');
  await sees(page, 'Something small together');
  /** Which way an arrow's own right points: across, and down. */
  const tips = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<SVGPathElement>('.bar > .btn svg path, summary > svg path')].map(
        (path) => {
          const { a, b } = path.getScreenCTM() ?? new DOMMatrix();
          return [Math.round(a) || 0, Math.round(b) || 0];
        },
      ),
    );
  const closed = await tips();
  expect(closed.length).toBeGreaterThan(2);
  expect(closed.every(([across]) => across === 1)).toBe(true);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  // The style for it comes after the first content.
  await expect.poll(async () => (await tips()).every(([across]) => across === -1)).toBe(true);
  await (await page.waitForSelector('summary'))?.click();
  await expect.poll(tips).toContainEqual([0, 1]);
  await page.close();
});
