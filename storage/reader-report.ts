import { browser } from 'wxt/browser';

/*
 * What the reader of the calendar page last found, surface by surface: numbers and times, no name, no address,
 * no title. It lives in session storage, which only the background writes and no browser start outlives.
 */

/** A view of the calendar, as it stood at rest. */
export interface ViewReport {
  /** ISO instant. */
  at: string;
  /** Things in the grid that look like events, whether they are read or not. */
  signs: number;
  /** Drawn events, tasks included. */
  chips: number;
  /** Of those, the ones whose id is understood. */
  known: number;
  /** Of those, events that could be meetings; and how many of these have a title, a day, a drawn time. */
  events: number;
  titled: number;
  dated: number;
  timed: number;
  /** Of the events, those with somebody who is known, for sure. */
  people: number;
  /** Days that were read whole. */
  days: number;
}

/** An event that stood open: its bubble or its page. */
export interface OpenReport {
  at: string;
  title: boolean;
  day: boolean;
  /** Guests listed; null: none were found, which is not the same as none invited. */
  guests: number | null;
  /** Whether they are known to be all. */
  complete: boolean;
}

export interface ReaderReport {
  /** Whether the page told who is signed in, and the calendar's zone. */
  account: boolean;
  zone: boolean;
  /** By the page's own name of the view. */
  views: Record<string, ViewReport>;
  bubble: OpenReport | null;
  page: OpenReport | null;
}

const KEY = 'reader-report';
const NOTHING: ReaderReport = {
  account: false,
  zone: false,
  views: {},
  bubble: null,
  page: null,
};

/** What the reader last found; undefined when no calendar was read since the browser started. */
export async function readReaderReport(): Promise<ReaderReport | undefined> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  return stored as ReaderReport | undefined;
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes a part of the report; one change after the other, as each reads what the last one wrote. */
export function noteReading(change: (before: ReaderReport) => Partial<ReaderReport>): Promise<void> {
  const written = writing.then(async () => {
    const before = (await readReaderReport()) ?? NOTHING;
    await browser.storage.session.set({ [KEY]: { ...before, ...change(before) } });
  });
  writing = written.catch(() => undefined);
  return written;
}

/** Calls back with every newer report, until the signal aborts. */
export function onReaderReport(listener: (report: ReaderReport) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    const report = changes[KEY]?.newValue as ReaderReport | undefined;
    if (report) listener(report);
  };
  browser.storage.session.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(changed));
}

/** The view that was read last. */
export function latestView(report: ReaderReport): (ViewReport & { name: string }) | undefined {
  return Object.entries(report.views)
    .map(([name, view]) => ({ name, ...view }))
    .sort((a, b) => b.at.localeCompare(a.at))[0];
}

/** Whether the page plainly showed a calendar with events, of which not one could be read. */
export function isReaderBroken(report: ReaderReport | undefined): boolean {
  const view = report && latestView(report);
  return view !== undefined && view.signs > 0 && view.known === 0;
}

/** The report as text to send to whoever mends the reader: counts alone. */
export function reportText(report: ReaderReport, version: string): string {
  const lines = Object.entries(report.views).map(
    ([name, view]) =>
      `${name}: ${view.at} signs ${view.signs}, chips ${view.chips}, ids ${view.known}, events ${view.events}, ` +
      `titles ${view.titled}, days ${view.dated}, times ${view.timed}, with people ${view.people}, whole days ${view.days}`,
  );
  const open = (name: string, found: OpenReport | null) =>
    found
      ? `${name}: ${found.at} title ${found.title}, day ${found.day}, guests ${found.guests ?? 'none found'}, complete ${found.complete}`
      : `${name}: not seen`;
  return [
    `Peerside ${version}`,
    `account ${report.account}, zone ${report.zone}`,
    ...lines,
    open('BUBBLE', report.bubble),
    open('EVENT PAGE', report.page),
  ].join('\n');
}
