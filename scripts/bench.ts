import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scheduler } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { measureBackup } from '../tests/bench/backup.ts';
import { openCalendar, openEventCard } from '../tests/bench/calendar.ts';
import { idOf, startChromium, type Tab, until } from '../tests/bench/chromium.ts';
import { makeCopy, setPanelPage } from '../tests/bench/copies.ts';
import { type Line, median, table } from '../tests/bench/figures.ts';
import { openPanel, openPopup, type Part, readAndClose, type Told } from '../tests/bench/openings.ts';
import { addSamplePeople, type Costs, measurePage } from '../tests/bench/page-cost.ts';
import { currentEvent, eventKey } from '../tests/bench/rows.ts';
import { measureSearch, type SearchTold, searchTable } from '../tests/bench/search.ts';
import { seed } from '../tests/bench/seed.ts';

/*
 * npm run bench: how long Peerside takes to open, as ratios within one run. Milliseconds depend on the machine and on
 * what else it does; a page of one line, opened in turn with ours, depends on the same.
 *
 * What is compared. The release build is copied for each size of database and gets static pages of one line beside
 * its own, so that both are of one extension, in one browser, profile and process, opened by the same click into the
 * same panel (`sidePanel.setOptions` and `action.setPopup` say which). They are opened in turn, ours and the static one,
 * sizes interleaved, the order turned round each time. Nothing is attached to the measured pages: a script in each,
 * before all others, watches and tells by the page's title.
 *
 * The clock is the page's own, from its navigation start (`performance.timeOrigin`). For the panel: until twenty promises,
 * the topics and the note, more than fills its screen, are in the DOM, and from there
 *   shown   until the browser has them on the screen, by its own account (Element Timing): this is judged;
 *   frame   until the next frame begins: what PERFORMANCE.md of the research measured; told beside it.
 * For the popup, which shows no words of its own: until the cursor is in the box and the next frame begins. The event is
 * another one each time, of which the calendar page has kept the meeting and no brief was opened yet.
 *
 * First openings: the browser is started anew each time, with the fullest database; the stand-in calendar is
 * loaded, its event opened, and Prepare on the card clicked; the panel is the first page of the extension
 * since the start. The static one is the same but for the panel's page in the manifest.
 *
 * The calendar page: what the content script adds to its main thread's work for each switch of the view and each opening of
 * a bubble, against what an ideal reader adds (tests/bench/page-cost.ts), on months of 112 and of 500 events.
 *
 * BENCH_ONLY=page, open, search or backup, or some of them with commas between, measures only those.
 */

const PARTS = (process.env.BENCH_ONLY ?? 'page,open,search,backup').split(',');
const RUNS = Number(process.env.BENCH_RUNS ?? 15);
/** A first opening takes 150 to 280 ms where the static one takes 96 to 128: the medians of half as many would wander by a tenth. */
const STARTS = Number(process.env.BENCH_STARTS ?? 30);
/** Each key of a search is pressed in so many rounds. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const PAGE_RUNS = Number(process.env.BENCH_PAGE_RUNS ?? 15);
const MONTHS = [112, 500] as const;
const SIZES = [100, 10_000, 50_000] as const;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'peerside-bench-'));

interface Copy {
  notes: number;
  folder: string;
  id: string;
}

const copies: Copy[] = SIZES.map((notes) => {
  const path = join(folder, `notes-${notes}`);
  return { notes, folder: path, id: idOf(path) };
});
/** The fullest, for what is not measured at each size. */
const fullest = copies[copies.length - 1] as Copy;

const openings = {
  static: copies.map((): Told[] => []),
  panel: copies.map((): Told[] => []),
  popup: [] as Told[],
  staticPopup: [] as Told[],
  firstStatic: [] as Told[],
  first: [] as Told[],
};

/** Search, in the fullest database; measured last, in the same browser. */
let searched: SearchTold | undefined;

/** Opens all kinds in turn in a browser that runs, RUNS times each. */
async function measureWarm(): Promise<void> {
  const chromium = startChromium(
    join(folder, 'profile'),
    copies.map((copy) => copy.folder),
  );
  const openers: Tab[] = [];
  // An event has the hour that the calendar page has kept of it.
  const now = new Date();
  for (const { id, notes } of copies) {
    const opener = await chromium.tab(`chrome-extension://${id}/opener.html`);
    await until('the opener', () => opener.evaluate<string | undefined>('document.body?.dataset.windowId'));
    const started = Date.now();
    await seed(opener, notes, (RUNS + 1) * 2 * SIZES.length, now);
    console.log(`${notes} notes written in ${((Date.now() - started) / 1_000).toFixed(1)} s`);
    openers.push(opener);
  }

  let event = 0;
  const panel = async (index: number, page: 'static-panel.html' | 'sidepanel.html') => {
    const opener = openers[index] as Tab;
    await chromium.send('Target.activateTarget', { targetId: opener.targetId });
    const current = JSON.stringify(currentEvent(eventKey(event), now));
    event += 1;
    await opener.evaluate(
      `chrome.storage.session.set({ ['current-event:' + document.body.dataset.windowId]: ${current} })`,
    );
    const told = await openPanel(chromium, opener, page);
    return { told, into: page === 'sidepanel.html' ? openings.panel[index] : openings.static[index] };
  };
  const popup = async (page: 'static-popup.html' | 'popup.html') => {
    const opener = openers[openers.length - 1] as Tab;
    await chromium.send('Target.activateTarget', { targetId: opener.targetId });
    const told = await openPopup(chromium, fullest.id, opener, page);
    return { told, into: page === 'popup.html' ? openings.popup : openings.staticPopup };
  };
  const kinds = [
    ...copies.flatMap((_, index) => [
      () => panel(index, 'static-panel.html'),
      () => panel(index, 'sidepanel.html'),
    ]),
    () => popup('static-popup.html'),
    () => popup('popup.html'),
  ];
  // The first round warms up and is not counted.
  for (let run = 0; run <= RUNS && PARTS.includes('open'); run += 1) {
    for (const open of run % 2 === 0 ? kinds : kinds.toReversed()) {
      const { told, into } = await open();
      if (run > 0) into?.push(told);
    }
  }
  if (PARTS.includes('search')) {
    // Search opens from Today: no event is chosen.
    await openers.at(-1)?.evaluate('chrome.storage.session.clear()');
    searched = await measureSearch(chromium, fullest.id, RUNS, ROUNDS);
  }
  await chromium.close();
}

/** The first opening after a browser start, STARTS times ours and the static one in turn. */
async function measureFirst(): Promise<void> {
  // The first start is the profile's first with one extension only, and is not counted.
  for (let start = 0; start <= STARTS; start += 1) {
    for (const [page, into] of [
      ['static-panel.html', openings.firstStatic],
      ['sidepanel.html', openings.first],
    ] as const) {
      setPanelPage(fullest.folder, page);
      const chromium = startChromium(join(folder, 'profile'), [fullest.folder]);
      const calendar = await openCalendar(chromium);
      const prepare = await openEventCard(calendar);
      // A person reads the card first; the start of the browser is over.
      await scheduler.wait(1_500);
      await calendar.click(prepare.x, prepare.y);
      const told = await readAndClose(chromium, `first ${page}`);
      if (start > 0) into.push(told);
      await chromium.close();
    }
  }
}

/** What is added to the calendar page, as lines of the table. */
async function measureCalendar(build: string): Promise<Line[]> {
  const chromium = startChromium(join(folder, 'page'), [build]);
  await addSamplePeople(chromium, idOf(build));
  const lines: Line[] = [];
  for (const chips of MONTHS) {
    const measured = await measurePage(chromium, chips, PAGE_RUNS);
    const line = (what: string, { alone, ideal, peerside }: Costs): Line => {
      const added = (runs: readonly number[]) => runs.map((one, turn) => one - (alone[turn] ?? Number.NaN));
      const against = {
        name: `ideal reader (page alone ${median(alone).toFixed(1)} ms)`,
        runs: added(ideal),
      };
      return { name: `added to ${what}, ${chips} chips`, runs: added(peerside), against, limit: 1.5 };
    };
    lines.push(line('a switch', measured.switches), line('an opening', measured.openings));
  }
  await chromium.close();
  return lines;
}

/** The milliseconds of one part until something, of each opening. */
const runs = (all: readonly Told[] | undefined, part: Part, until: 'frame' | 'shown'): number[] =>
  (all ?? []).flatMap((told) => told[part]?.[until] ?? []);

/** How long the panel and the popup take to open, as lines of the table. */
async function measureOpenings(build: string): Promise<Line[]> {
  for (const copy of copies) makeCopy(build, copy.folder);
  await measureWarm();
  if (!PARTS.includes('open')) return [];
  await measureFirst();
  const panels = (until: 'frame' | 'shown') => ({
    static: { name: `static, ${until}`, runs: runs(openings.static.flat(), 'static', until) },
    sizes: openings.panel.map((told, index) => ({
      name: `panel ${until}, ${copies[index]?.notes} notes`,
      runs: runs(told, 'panel', until),
    })),
    firstStatic: { name: `static first, ${until}`, runs: runs(openings.firstStatic, 'static', until) },
    first: { name: `panel ${until}, first after a start`, runs: runs(openings.first, 'panel', until) },
  });
  const shown = panels('shown');
  const frame = panels('frame');
  const [few] = shown.sizes;
  const [most] = shown.sizes.slice(-1);
  if (!few || !most) throw new Error('no sizes');
  const staticPopup = { name: 'static, frame', runs: runs(openings.staticPopup, 'static', 'frame') };
  const popup = (part: Part) => runs(openings.popup, part, 'frame');
  return [
    ...shown.sizes.map((size) => ({ ...size, against: shown.static, limit: 1.5 })),
    { ...most, against: few, limit: 1.15 },
    { ...shown.first, against: shown.firstStatic, limit: 1.7 },
    { name: 'popup, cursor', runs: popup('popup'), against: staticPopup, limit: 1.8 },
    { name: 'popup, drawn around that box', runs: popup('drawn'), against: staticPopup },
    ...frame.sizes.map((size) => ({ ...size, against: frame.static })),
    { ...frame.first, against: frame.firstStatic },
  ];
}

for (const profile of ['profile', 'page']) mkdirSync(join(folder, profile));
try {
  if (!process.env.BENCH_BUILT) {
    console.log('Building the extension');
    execFileSync(join(root, 'node_modules', '.bin', 'wxt'), ['build', '--mode', 'bench'], {
      cwd: root,
      stdio: 'pipe',
      // Byte for byte the release, in a folder of its own.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
  const build = join(root, '.output', 'chrome-mv3-bench');
  const started = Date.now();
  const backup = PARTS.includes('backup') ? await measureBackup(folder) : undefined;
  const { text, over } = table([
    ...(backup?.lines ?? []),
    ...(PARTS.includes('page') ? await measureCalendar(build) : []),
    ...(PARTS.includes('open') || PARTS.includes('search') ? await measureOpenings(build) : []),
  ]);
  const search = searched && searchTable(searched);
  console.log(`\n${text}\n${search?.text ?? ''}\n\n${((Date.now() - started) / 1_000).toFixed(0)} s`);
  if (backup) console.log(backup.notes.join('\n'));
  process.exitCode = over || search?.over || backup?.over ? 1 : 0;
  if (process.env.BENCH_RAW) console.log(JSON.stringify(openings));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
