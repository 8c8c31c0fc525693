import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { openEvent, pressOnCard, waitForParts } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

/* What is put away, put off or goes by itself, through the real panel: the tests follow each other in one browser. */

const peerside = withPeerside({ build: 'chrome-mv3' });
let panel: Page;

const press = async (role: string, name: string) => (await byRole(panel, role, name)).click();
const seesNoMore = (text: string) =>
  // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts, which textContent does not know.
  panel.waitForFunction((gone) => !document.body.innerText.includes(gone), { timeout: 15_000 }, text);

test('a hint that is put away is not said again of this person, unless that is taken back', async () => {
  const calendar = await peerside.current.calendar();
  await openEvent(calendar, 'Diane / Steve');
  await waitForParts(calendar, (parts) => parts.card !== undefined);
  await pressOnCard(calendar, 'Prepare');
  panel = await peerside.current.panel();
  // High enough for all of it to stand above the foot.
  await panel.setViewport({ width: 360, height: 900 });
  await press('button', 'More goals');
  await press('option', 'Disagreement');
  const hint = 'For a talk like this a walk or a meal is often easier';
  await sees(panel, hint);
  await press('button', 'Do not say this again');
  await sees(panel, 'Not said again for this person.');
  await seesNoMore(hint);
  await press('button', 'Undo');
  await sees(panel, hint);
  await press('button', 'Do not say this again');
  await seesNoMore(hint);
  await panel.reload();
  await sees(panel, 'Disagreement');
  await byRole(panel, 'button', 'Swap all questions');
  expect(await panel.$eval('main', (main) => main.textContent)).not.toContain(hint);
});

test('a vent note says when it goes, and is gone on that day', async () => {
  await (await panel.waitForSelector('#note'))?.type('Not for any file');
  await press('button', 'Mark this note: A note like any other');
  await press('option', 'Vent note, gone after 7 days');
  await sees(panel, 'It deletes itself on');
  await sees(panel, 'Saved');
  expect(await panel.evaluate(daysPassed, 'Not for any file', 8)).toBe(1);
  await panel.reload();
  await byRole(panel, 'button', 'Mark this note: A note like any other');
  await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#note')?.value === '');
  expect(await panel.evaluate(daysPassed, 'Not for any file', 0)).toBe(0);
});

test('who is put off stands in Time to meet again when that is undone; the panel stays on Today with an event open', async () => {
  await press('button', 'Today');
  await sees(panel, 'Time to meet');
  const more = await panel.waitForSelector('button[aria-label^="More for "]');
  const name = (await more?.evaluate((button) => button.ariaLabel))?.replace('More for ', '') ?? '';
  const row = `button[aria-label="More for ${name}"]`;
  await more?.click();
  await press('option', 'Not now: in a week');
  await sees(panel, `${name}: not before`);
  await panel.waitForSelector(row, { hidden: true });
  await press('button', 'Undo');
  // By the keyboard: rows move when one comes back.
  await (await panel.waitForSelector(row))?.press('Enter');
  await press('option', 'Not now: in a week');
  await panel.waitForSelector(row, { hidden: true });
  await panel.reload();
  await press('button', 'Today');
  await sees(panel, 'Time to meet');
  expect(await panel.$(row)).toBeNull();
});

/** In the page: lets days pass for the notes of this text. @returns how many there are */
async function daysPassed(text: string, days: number): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('peerside'));
  const notes = db.transaction('notes', 'readwrite').objectStore('notes');
  const all: { text: string; expiresOn: string | null }[] = await done(notes.getAll());
  const found = all.filter((note) => note.text === text);
  for (const note of found) {
    const day = new Date(`${note.expiresOn ?? ''}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() - days);
    await done(notes.put({ ...note, expiresOn: day.toISOString().slice(0, 10) }));
  }
  db.close();
  return found.length;
}
