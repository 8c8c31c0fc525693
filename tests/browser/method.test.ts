import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { openEvent, pressOnCard, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* The method through the real panel: the tests of this file follow each other in one browser. */

const peerside = withPeerside({ build: 'chrome-mv3' });
let calendar: Page;
let panel: Page;

const ANA = 'sample:person:ana.lima';

/** All that is needed in the room stands above the foot: the last of it is the box for notes. */
async function fitsOneScreen(): Promise<void> {
  await panel.waitForFunction(() => {
    const note = document.querySelector('#note')?.getBoundingClientRect();
    const foot = document.querySelector('.foot')?.getBoundingClientRect();
    return note && foot && note.bottom <= foot.top;
  });
  expect(await panel.evaluate(() => document.body.scrollWidth)).toBeLessThanOrEqual(360);
}

const go = (hash: string) =>
  panel.evaluate((to) => {
    location.hash = to;
  }, hash);
const press = async (role: string, name: string) => (await byRole(panel, role, name)).click();

test('the brief of an ordinary meeting fits one screen, and says why these questions', async () => {
  calendar = await peerside.current.calendar();
  await openEvent(calendar, 'Diane / Steve');
  await waitForParts(calendar, (parts) => parts.card !== undefined);
  await pressOnCard(calendar, 'Prepare');
  panel = await peerside.current.panel();
  await sees(panel, 'fit Work better');
  await byRole(panel, 'button', 'Choose an agenda');
  await panel.setViewport({ width: 360, height: 760 });
  await fitsOneScreen();
});

test('an agenda is chosen, and what is agreed goes into the close-out and its recap', async () => {
  await press('button', 'Choose an agenda');
  await press('option', 'A shared problem, in six steps');
  await press('checkbox', 'Done: How are you arriving today?');
  await (await panel.waitForSelector('::-p-aria([name="My view"])'))?.type('Late notice');
  await press('checkbox', 'Done: How it looks from each side, and whom it matters to');
  const option = await panel.waitForSelector('::-p-aria([name="Add an option"])');
  await option?.type('A shared calendar');
  await panel.keyboard.press('Enter');
  await press('button', 'Agreed');
  await press('button', 'Close out');
  await sees(panel, 'Agreed: A shared calendar');
  expect(await panel.evaluate(() => document.querySelector('pre')?.textContent)).not.toContain('Late notice');
});

test('closed out: the promise stands in the next brief, and the panel goes back to Today', async () => {
  await (await panel.waitForSelector('::-p-aria([name="You will"])'))?.type('Draw the calendar');
  await press('button', 'Finish');
  await sees(panel, 'Closed out');
  await panel.evaluate(() => {
    location.hash = '#promises';
  });
  await sees(panel, 'Draw the calendar');
  await sees(panel, 'You owe');
});

test('on a person’s page a fact is changed, a review day named, and a meeting logged', async () => {
  await panel.evaluate(() => {
    location.hash = '#person/sample%3Aperson%3Asteve.tan';
  });
  await press('button', 'Change: Daughter Lia took up the cello');
  await (await panel.waitForSelector('form select'))?.select('music');
  await press('button', 'Save');
  await sees(panel, 'Changed.');
  await sees(panel, 'Music');
  const reviews = () =>
    panel.evaluate(() => document.querySelector('[aria-label^="Series, to look at again"]')?.textContent);
  const before = await reviews();
  await (await panel.waitForSelector('[aria-label^="Series, to look at again"]'))?.click();
  const day = await panel.waitForSelector('input[type=date]');
  await day?.evaluate((field) => {
    field.value = '2031-03-04';
  });
  await day?.focus();
  await panel.keyboard.press('Enter');
  await sees(panel, 'Noted: you will look at it again then.');
  await expect.poll(reviews).not.toBe(before);
  await press('button', 'More for Steve Tan');
  await press('option', 'We met');
  await sees(panel, 'Close out with Steve Tan');
});

test('a review at the end of a series slows it down, and undo takes all of it back', async () => {
  // Taller, so that what was said before lies over nothing that is pressed.
  await panel.setViewport({ width: 360, height: 1200 });
  await press('button', 'Later');
  await press('button', 'Today');
  await sees(panel, 'Time to meet');
  await go(`#person/${encodeURIComponent(ANA)}`);
  await (await byRole(panel, 'button', 'Series, to look at again: Name a day')).click();
  const day = await panel.waitForSelector('input[type=date]');
  await day?.evaluate((field) => {
    const today = new Date();
    field.value = new Date(+today - today.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  });
  await day?.focus();
  await panel.keyboard.press('Enter');
  await sees(panel, 'Noted: you will look at it again then.');
  await go('');
  await (await panel.waitForSelector('summary ::-p-text(Is it still worth it, with Ana?)'))?.click();
  await sees(panel, 'What is different because of these talks?');
  await press('button', 'Slower');
  await sees(panel, 'With Ana: every 2 weeks. The series itself is changed in your calendar.');
  await go(`#person/${encodeURIComponent(ANA)}`);
  await sees(panel, 'every 2 weeks, 4 weeks at most');
  await press('button', 'Undo');
  await sees(panel, 'every week, 2 weeks at most');
});

test('a series opens Google’s page for a new event, filled in, with an end after three months', async () => {
  await press('button', 'More for Ana Lima');
  await press('option', 'Start a series in the calendar');
  const tab = await peerside.current.browser.waitForTarget((one) => one.url().includes('/eventedit'));
  const url = new URL(tab.url());
  expect(url.origin + url.pathname).toBe('https://calendar.google.com/calendar/u/0/r/eventedit');
  expect([...url.searchParams.keys()]).toEqual(['text', 'add', 'dates', 'recur']);
  expect(url.searchParams.get('text')).toContain('Ana Lima');
  expect(url.searchParams.get('add')).toBe('ana.lima@example.com');
  const [start = '', end = ''] = (url.searchParams.get('dates') ?? '').split('/').map(instant);
  expect(Date.parse(end) - Date.parse(start)).toBe(30 * 60_000);
  expect(new Date(start).getDay() % 6).not.toBe(0);
  expect(new Date(start).getHours()).toBeGreaterThanOrEqual(9);
  const [, until = ''] =
    /^RRULE:FREQ=WEEKLY;INTERVAL=1;UNTIL=(\d{8}T235959Z)$/.exec(url.searchParams.get('recur') ?? '') ?? [];
  const days = (Date.parse(instant(until)) - Date.parse(start)) / 86_400_000;
  expect(days).toBeGreaterThan(88);
  expect(days).toBeLessThan(94);
  await (await tab.page())?.close();
});

/** `20261123T090000Z` as `Date.parse` takes it. */
function instant(compact: string): string {
  return compact.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}

test('what is presented soon is with two peers, and Today counts who has heard of it', async () => {
  await go('');
  await press('button', 'Add something to present');
  await (await panel.waitForSelector('::-p-aria([name="What do you present?"])'))?.type('The quarter plan');
  for (const name of ['Ana Lima', 'Noor Haddad']) await press('checkbox', name);
  await press('button', 'Add');
  await sees(panel, 'not yet: Ana and Noor 0 of 2');
  await go(`#person/${encodeURIComponent(ANA)}`);
  await press('button', 'Prepare');
  await press('button', 'Ana Lima on “The quarter plan”: Not yet');
  await press('option', 'Supports');
  await sees(panel, 'Ana Lima: Supports');
  await press('button', 'Today');
  await sees(panel, 'not yet: Noor 1 of 2');
});

test('after a year of talks each week the brief still fits one screen', async () => {
  await panel.evaluate(aYear, ANA);
  await panel.setViewport({ width: 360, height: 760 });
  await go(`#person/${encodeURIComponent(ANA)}`);
  await press('button', 'Prepare');
  await sees(panel, 'Said a year long');
  await byRole(panel, 'button', 'Swap all questions');
  await fitsOneScreen();
});

/** In the page: 52 talks with somebody, each with its note, questions asked, a promise kept and a fact, as those that are there. */
async function aYear(personId: string): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('peerside'));
  const tables = ['meetings', 'notes', 'askings', 'actionItems', 'facts'];
  const transaction = db.transaction(tables, 'readwrite');
  for (const table of tables) {
    const store = transaction.objectStore(table);
    const of = (row: { personId?: string; personIds?: string[] }) =>
      row.personId === personId || row.personIds?.join() === personId;
    const all: Record<string, unknown>[] = await done(store.getAll());
    const one = all.find((row) => of(row) && row.start !== null) ?? all.find((row) => row.start !== null);
    for (let week = 1; one && week <= 52; week += 1) {
      const start = new Date(Date.now() - week * 7 * 86_400_000 + 60_000).toISOString();
      const id = `year-${table}-${week}`;
      const at = {
        createdAt: start,
        updatedAt: start,
        at: start,
        start,
        end: start,
        day: start.slice(0, 10),
      };
      const own = Object.fromEntries(Object.entries(at).filter(([field]) => field in one));
      const row = {
        ...one,
        ...own,
        id,
        ...('personIds' in one ? { personIds: [personId] } : { personId }),
        ...('timeline' in one && { timeline: [`${personId} ${start}`] }),
        ...(table === 'meetings'
          ? { eventKey: `${id} a`, seriesKey: 'year a' }
          : { meetingId: `year-meetings-${week}` }),
        ...(table === 'notes' && { kind: 'said', text: `Said a year long, in week ${week}` }),
        ...(table === 'askings' && { questionId: id, text: `What about week ${week}?`, state: 'asked' }),
        ...(table === 'facts' && { text: `Learnt in week ${week}`, learntOn: at.day, confirmedOn: at.day }),
        ...(table === 'actionItems' && {
          text: `Kept in week ${week}`,
          state: 'kept',
          closedAt: start,
          openFor: [],
        }),
      };
      if (table === 'actionItems') delete (row as { openDue?: string }).openDue;
      store.put(row);
    }
  }
  await new Promise((over) => {
    transaction.oncomplete = over;
  });
  db.close();
}
