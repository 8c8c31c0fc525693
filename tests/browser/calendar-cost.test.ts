import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { openEvent, waitForMarks, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* What the calendar page pays for us, as the browser itself accounts for it; on the release build. */

const peerside = withPeerside();
let page: Page;

const OURS = 'content-scripts/calendar.js';

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  ts: number;
  dur?: number;
  args: { data?: { url?: string } };
}

const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const today = () => new Date().toISOString().slice(0, 10);

/** Every layout and reckoning of styles that a script of this address has forced while something happened. */
async function forcedBy(url: string, happens: () => Promise<unknown>) {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  const began = performance.now();
  await happens();
  const seconds = (performance.now() - began) / 1_000;
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const whole = traceEvents.filter(({ ph }) => ph === 'X');
  const calls = whole.filter(({ name, args }) => name === 'FunctionCall' && args.data?.url?.includes(url));
  const within = (inner: TraceEvent, outer: TraceEvent) =>
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
  const work = whole.filter(({ name }) => name === 'Layout' || name === 'UpdateLayoutTree');
  return {
    seconds,
    calls: calls.length,
    forced: work.filter((one) => calls.some((call) => within(one, call))).map(({ name }) => name),
  };
}

const switches = async () => {
  for (const move of ['next', 'previous', 'next', 'previous'] as const) {
    await page.evaluate((name) => window.standIn[name](), move);
    await page.evaluate(() => window.standIn.mutateStyles(500));
    await rest(150);
  }
  // What is put off until the view is at rest.
  await rest(2_300);
};

beforeAll(async () => {
  page = await peerside.current.calendar();
  await waitForMarks(page, (titles) => titles.includes('Diane / Steve'));
});

test('what forces a layout in an observer is seen in a trace', async () => {
  await page.evaluate(() => {
    // biome-ignore lint/security/noGlobalEval: a script of its own address, for the trace to name.
    window.eval(`const reader = new MutationObserver(() => document.body.offsetHeight);
      reader.observe(document.body, { subtree: true, attributes: true });
      window.stopReader = () => reader.disconnect();
      //# sourceURL=reads-layout.js`);
  });
  const { calls, forced } = await forcedBy('reads-layout.js', switches);
  await page.evaluate('stopReader()');
  expect(calls).toBeGreaterThan(0);
  expect(forced).toContain('Layout');
});

test('a switch of the view: nothing of ours makes the page lay anything out or reckon a style', async () => {
  const { calls, forced } = await forcedBy(OURS, switches);
  expect(calls).toBeGreaterThan(4);
  expect(forced).toEqual([]);
});

test('a bubble that opens, changes and closes: nor do our observers', async () => {
  const { calls, forced } = await forcedBy(OURS, async () => {
    for (const title of ['Launch review', 'Noor / Diane', 'Launch review']) {
      await page.evaluate((wanted) => {
        const event = window.standIn.events.find((one) => one.title === wanted);
        if (event) window.standIn.openEvent(event.id);
      }, title);
      await waitForParts(page, ({ card }) => card !== undefined);
      await page.evaluate(() => window.standIn.close());
      await waitForParts(page, ({ card }) => card === undefined);
    }
  });
  expect(calls).toBeGreaterThan(10);
  expect(forced).toEqual([]);
});

test('a mark is painted in the same frame as its chip, also when the page changes within a frame of its own', async () => {
  await page.evaluate((day) => window.standIn.goTo('week', day), today());
  const wanted = await waitForMarks(page, (titles) => titles.includes('Diane / Steve'));
  await page.evaluate(() => window.standIn.goTo('month', '2024-01-01'));
  await waitForMarks(page, (titles) => titles.length === 0);
  const painted = await page.evaluate(
    (day) =>
      new Promise<string[]>((done) => {
        requestAnimationFrame(() => {
          window.standIn.goTo('week', day);
          // Called once the frame is laid out, before it is painted.
          const probe = document.body.appendChild(document.createElement('p'));
          const observer = new ResizeObserver(() => {
            observer.disconnect();
            probe.remove();
            const hosts = [...document.querySelectorAll('[data-eventchip] div')].filter(
              (part) => part.attributes.length === 0 && !part.hasChildNodes(),
            );
            done(
              hosts.map(
                (host) =>
                  host.closest('[data-eventchip]')?.querySelector('.I0UMhf, .WBi6vc')?.textContent ?? '?',
              ),
            );
          });
          observer.observe(probe);
        });
      }),
    today(),
  );
  expect(painted.sort()).toEqual(wanted);
});

test('the card leaves in the same frame as its bubble', async () => {
  await openEvent(page, 'Diane / Steve');
  await waitForParts(page, (parts) => parts.card !== undefined);
  const hosts = await page.evaluate(() => {
    const drawn = () =>
      [...document.documentElement.children].filter((part) => part.localName === 'div').length;
    const before = drawn();
    return new Promise<number[]>((done) => {
      requestAnimationFrame(() => {
        window.standIn.close();
        // Called once the frame is laid out, before it is painted.
        const probe = document.body.appendChild(document.createElement('p'));
        const observer = new ResizeObserver(() => {
          observer.disconnect();
          probe.remove();
          done([before, drawn()]);
        });
        observer.observe(probe);
      });
    });
  });
  expect(hosts).toEqual([1, 0]);
});

test('a tab that is not seen is left alone, and caught up with when it is seen again', async () => {
  await page.evaluate(() => window.standIn.goTo('month', '2024-01-01'));
  await waitForMarks(page, (titles) => titles.length === 0);
  const other = await peerside.current.open('options.html#about');
  await page.waitForFunction(() => document.visibilityState === 'hidden');
  const { calls, seconds } = await forcedBy(OURS, async () => {
    await page.evaluate((day) => window.standIn.goTo('week', day), today());
    await page.evaluate(() => window.standIn.mutateStyles(500));
    await rest(500);
  });
  // Whether the extension is still there is all that is asked, once a second at most.
  expect(calls).toBeLessThanOrEqual(1 + Math.floor(seconds));
  expect(
    await page.$$eval(
      '[data-eventchip] div',
      (parts) => parts.filter((part) => part.attributes.length === 0 && !part.hasChildNodes()).length,
    ),
  ).toBe(0);
  await other.close();
  await page.bringToFront();
  await waitForMarks(page, (titles) => titles.includes('Diane / Steve'));
});
