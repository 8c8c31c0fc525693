import { readFileSync } from 'node:fs';
import { scheduler } from 'node:timers/promises';
import type { StandInEvent } from '../calendar-page/events.ts';
import { viewer } from '../calendar-page/markup.ts';
import { openCalendar } from './calendar.ts';
import { type Chromium, type Tab, until } from './chromium.ts';
import { idealReader } from './ideal-reader.ts';

/*
 * What the content script adds to the work of the calendar page's main thread. Three tabs of one stand-in page in one
 * browser: with the extension, alone, and with the ideal reader. They do the same in turn, and the browser tells how long each
 * one's main thread was at work (`TaskDuration`: scripts, styles, layout, paint, whoever asked for it). The time of the
 * page alone is taken off.
 *
 * A switch of the view does to the chips what the page does: another id, another title, another range, and five
 * hundred styles. It does so by the shortest way, as the page's own drawing would drown what is measured. After each
 * turn the page rests, so that what a reader puts off until then is counted too. What is added is a small part of the page's
 * own work, and a machine is faster in one minute than in the next: what the page alone took is taken off within each turn.
 */

/* So many in one turn that what is put off until the rest is a small part of it, so few that a machine stays as fast for all kinds. */
const SWITCHES = 20;
const OPENINGS = 10;
/** Longer than anything is put off for (run.ts). */
const REST = 2_400;
const DAYS = 42;
/** The Monday that the grid of November 2026 begins with. */
const FIRST = Date.parse('2026-10-26T00:00:00Z');
const NOW = '2026-11-19T13:48:00Z';

const guests = [
  { email: viewer.email, name: viewer.name, organizer: true },
  { email: 'steve.tan@example.com', name: 'Steve Tan' },
];

/** As many events as told, spread over the month; every fifth is with a peer. */
export function monthOf(count: number): StandInEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const start = new Date(FIRST + (index % DAYS) * 86_400_000 + (9 + Math.floor(index / DAYS)) * 3_600_000);
    return {
      id: `bench${index}`,
      instance: start.toISOString().replace(/[-:]|\.000/g, ''),
      calendarId: viewer.email,
      kind: 'event',
      title: index % 5 === 0 ? 'Diane / Steve' : `Work ${index}`,
      start: start.toISOString(),
      end: new Date(start.getTime() + 1_800_000).toISOString(),
      ...(index % 5 === 0 && { guests }),
    };
  });
}

/** In the page: what is done in turn. By its source, as the ideal reader. */
function bench(): void {
  const chips = [...document.querySelectorAll<HTMLElement>('[data-eventchip]')];
  const grid = document.querySelector('[role=grid]');
  const key = Number(grid?.getAttribute('data-start-date-key'));
  const read = chips.map((chip) => ({
    id: chip.getAttribute('data-eventid') ?? '',
    title: chip.querySelector('.WBi6vc')?.textContent ?? '',
  }));
  // Another month: the same chips, one further, and other events.
  const other = read.map((_, index) => {
    const { id, title } = read[(index + 1) % read.length] ?? { id: '', title: '' };
    return { id: btoa(atob(id).replace('bench', 'other')).replace(/=+$/, ''), title };
  });
  let isOther = false;
  const frames = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))));
  const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

  const show = () => {
    isOther = !isOther;
    const now = isOther ? other : read;
    grid?.setAttribute('data-start-date-key', String(isOther ? key + 1 : key));
    for (const [index, chip] of chips.entries()) {
      const { id, title } = now[index] ?? { id: '', title: '' };
      chip.setAttribute('data-eventid', id);
      const text = chip.querySelector('.WBi6vc');
      if (text) text.textContent = title;
    }
    for (let count = 0; count < 500; count += 1) {
      const chip = chips[count % chips.length];
      if (chip) chip.style.borderColor = `rgb(${count % 250}, 80, ${isOther ? 90 : 120})`;
    }
  };
  const events = window.standIn.events.filter((event) => event.guests).slice(0, 3);
  Object.assign(window, {
    async switches(count: number, calm: number) {
      for (let done = 0; done < count; done += 1) {
        show();
        await frames();
        await rest(100);
      }
      await rest(calm);
    },
    async openings(count: number, calm: number) {
      for (let done = 0; done < count; done += 1) {
        const event = events[done % events.length];
        if (event) window.standIn.openEvent(`${event.id}_${event.instance}`);
        await frames();
        await rest(300);
        window.standIn.close();
        await frames();
        await rest(50);
      }
      await rest(calm);
    },
  });
}

const KINDS = ['alone', 'ideal', 'peerside'] as const;
export type Kind = (typeof KINDS)[number];
/** Milliseconds of the main thread for one switch or one opening, in each run. */
export type Costs = Record<Kind, number[]>;

async function busy(tab: Tab): Promise<number> {
  const { metrics } = await tab.send<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

async function prepare(chromium: Chromium, kind: Kind, count: number): Promise<Tab> {
  const events = monthOf(count);
  const path = `/calendar/u/0/r/month/2026/11/1?now=${NOW}&tz=UTC&rows=20`;
  const origin = kind === 'peerside' ? undefined : 'https://calendar.example';
  const tab = await openCalendar(chromium, path, { events }, origin);
  await until('the month', () =>
    tab.evaluate<boolean>(`document.querySelectorAll('[data-eventchip]').length === ${count}`),
  );
  if (kind === 'ideal') {
    const withPeers = events.filter((event) => event.guests).map(({ id }) => `${id} ${viewer.email}`);
    const css = readFileSync(
      new URL('../../entrypoints/calendar.content/marks/card.css', import.meta.url),
      'utf8',
    );
    const known = [...withPeers, ...withPeers.map((id) => id.replace('bench', 'other'))];
    await tab.evaluate(
      `(${idealReader})(${JSON.stringify(known)}, ['steve.tan@example.com'], ${JSON.stringify(css)})`,
    );
  }
  await tab.evaluate(`(${bench})()`);
  // By the thread's own clock: what else the machine does is not counted.
  await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Both months and all bubbles are seen once before anything counts.
  await tab.evaluate(`openings(3, ${REST})`);
  await tab.evaluate(`switches(4, ${REST})`);
  // Or it would be measured against one that does less than it must.
  if (await tab.evaluate('document.documentElement.lastElementChild !== document.body'))
    throw new Error(`${kind}: a card stands there without its bubble`);
  await scheduler.wait(500);
  return tab;
}

/** Measures a month of so many chips, all kinds in turn. @param chromium one with the extension */
export async function measurePage(
  chromium: Chromium,
  count: number,
  runs: number,
): Promise<{ switches: Costs; openings: Costs }> {
  const tabs = new Map<Kind, Tab>();
  for (const kind of KINDS) tabs.set(kind, await prepare(chromium, kind, count));
  const costs = (): Costs => ({ alone: [], ideal: [], peerside: [] });
  const all = { switches: costs(), openings: costs() };
  for (let run = 0; run < runs; run += 1) {
    for (const kind of run % 2 === 0 ? KINDS : KINDS.toReversed()) {
      const tab = tabs.get(kind);
      if (!tab) continue;
      await chromium.send('Target.activateTarget', { targetId: tab.targetId });
      await scheduler.wait(300);
      for (const [what, times] of [
        ['switches', SWITCHES],
        ['openings', OPENINGS],
      ] as const) {
        const before = await busy(tab);
        await tab.evaluate(`${what}(${times}, ${REST})`);
        all[what][kind].push(((await busy(tab)) - before) / times);
      }
    }
  }
  for (const { targetId } of tabs.values()) await chromium.send('Target.closeTarget', { targetId });
  return all;
}

/** Presses "Try it with sample people" in the options, so that there are peers to find. */
export async function addSamplePeople(chromium: Chromium, extensionId: string): Promise<void> {
  const options = await chromium.tab(`chrome-extension://${extensionId}/options.html#people`);
  await until('the sample people', () =>
    options.evaluate<boolean>(`(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((button) => button.textContent.includes('sample people'))?.click();
      return document.body?.textContent.includes('Steve Tan');
    })()`),
  );
  await chromium.send('Target.closeTarget', { targetId: options.targetId });
}
