import { scheduler } from 'node:timers/promises';
import { type Chromium, type Tab, until } from './chromium.ts';
import { median, quantile } from './figures.ts';

/*
 * Search in the panel's own page, as it is built, in the database that has been filled: 50,000 notes of 40 words and all
 * that goes with them. By the page's own clock:
 *   opened  from the moment that search is asked for on Today, its code and its index still on the disk, until the first
 *           answer is in the DOM: each time in a new page;
 *   key     from the event of a key until the answer to the text with it is in the DOM. Each key is pressed in some rounds;
 *           its median is one of the values that the 95th percentile is taken of, so that what else the machine does
 *           in one of them is left out.
 */

/** Milliseconds, as PERFORMANCE.md of the research and the issue want them. */
const LIMITS = { opened: 300, key: 16 };

/** Typed one key after the other, the field emptied in between: they find much, little and nothing, and narrow. */
const TYPED = [
  'launch',
  'friday test',
  'support about it',
  'steve',
  'zebra',
  'is:open days',
  'with:steve plan',
  'nobody',
];

/** As fast as fast typists press keys. */
const BETWEEN_KEYS_MS = 80;

/** In the page: notes the moment of each key, and of each answer, by the text that it is the answer to. */
const WATCH = `(() => {
  globalThis.told = [];
  let since;
  addEventListener('keydown', (event) => { since = event.timeStamp; }, true);
  globalThis.startAt = () => { since = performance.now(); };
  let last;
  const look = () => {
    const now = document.querySelector('[data-answered]')?.dataset.answered;
    if (now !== last && now !== undefined && since !== undefined) {
      told.push({ text: now, ms: performance.now() - since });
      since = undefined;
    }
    last = now;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
})()`;

interface Answered {
  text: string;
  ms: number;
}

/** Milliseconds of each opening, and of each key by round. */
export interface SearchTold {
  /** The one time that the index is made, from all records: told, not judged. */
  made: number;
  opened: number[];
  keys: Map<string, number[]>;
}

/** Opens the panel's page at Today and asks for search; the page then tells. */
async function openSearch(chromium: Chromium, id: string): Promise<{ tab: Tab; ms: number }> {
  const tab = await chromium.tab(`chrome-extension://${id}/sidepanel.html`);
  await until('Today', () => tab.evaluate<boolean>(`document.querySelector('a[href="#search"]') !== null`));
  // What Today fetches after its first content is over.
  await scheduler.wait(500);
  await tab.evaluate(`${WATCH}; startAt(); location.hash = 'search/launch'`);
  const first = await until('the first answer', async () => (await tab.evaluate<Answered[]>('told'))[0], 120);
  return { tab, ms: first.ms };
}

const close = (chromium: Chromium, tab: Tab) =>
  chromium.send('Target.closeTarget', { targetId: tab.targetId });

async function press(tab: Tab, key: string, text?: string): Promise<void> {
  const named = { key, ...(key === 'Delete' && { code: 'Delete', windowsVirtualKeyCode: 46 }) };
  await tab.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    ...named,
    ...(text && { text, unmodifiedText: text }),
  });
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named });
  await scheduler.wait(BETWEEN_KEYS_MS);
}

async function typeAll(tab: Tab): Promise<Answered[]> {
  const empty = async () => {
    await tab.evaluate(`document.querySelector('[role=combobox]').select()`);
    await press(tab, 'Delete');
  };
  await empty();
  await tab.evaluate('told.length = 0');
  for (const query of TYPED) {
    for (const key of query) await press(tab, key, key);
    await empty();
  }
  return tab.evaluate<Answered[]>('told');
}

/** Measures search in an extension whose database has been filled. */
export async function measureSearch(
  chromium: Chromium,
  id: string,
  openings: number,
  rounds: number,
): Promise<SearchTold> {
  // The first time the index is made, which is answered from meanwhile.
  const first = await openSearch(chromium, id);
  const begun = Date.now();
  await until(
    'the index',
    () => first.tab.evaluate<boolean>(`!document.querySelector('main .hint')?.textContent.includes(' of ')`),
    120,
  );
  const told: SearchTold = { made: first.ms + Date.now() - begun, opened: [], keys: new Map() };
  await scheduler.wait(1_000);
  await close(chromium, first.tab);
  for (let opening = 0; opening < openings; opening += 1) {
    const { tab, ms } = await openSearch(chromium, id);
    told.opened.push(ms);
    await close(chromium, tab);
  }
  const { tab } = await openSearch(chromium, id);
  // The newest rows are read ahead.
  await scheduler.wait(2_000);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, { text, ms }] of (await typeAll(tab)).entries()) {
      const key = `${place} ${text}`;
      told.keys.set(key, [...(told.keys.get(key) ?? []), ms]);
    }
  }
  await close(chromium, tab);
  return told;
}

/** What was measured, in lines, and whether it is over a limit. */
export function searchTable({ made, opened, keys }: SearchTold): { text: string; over: boolean } {
  const medians = [...keys.values()].map((runs) => median(runs));
  const all = [...keys.values()].flat();
  const first = median(opened);
  const key = quantile(medians, 0.95);
  const verdict = (ms: number, limit: number) =>
    `${ms.toFixed(1)} ms, limit ${limit}, ${ms > limit ? 'OVER' : 'ok'}`;
  return {
    text: [
      `search, first answer after opening: ${verdict(first, LIMITS.opened)} (median of ${opened.length})`,
      `search, a key at the 95th percentile: ${verdict(key, LIMITS.key)} (${medians.length} keys, median ${median(medians).toFixed(1)} ms; every press: p95 ${quantile(all, 0.95).toFixed(1)} ms)`,
      `search, index made from all records: ${(made / 1_000).toFixed(1)} s, once`,
    ].join('\n'),
    over: first > LIMITS.opened || key > LIMITS.key,
  };
}
