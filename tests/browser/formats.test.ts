import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { withPeerside } from './with-peerside.ts';

/* Files of other programs through the built extension: the real file field, the libraries fetched, the real download. */

const peerside = withPeerside({ sample: false });
const fixtures = join(import.meta.dirname, '../fixtures/formats');
const downloads = mkdtempSync(join(tmpdir(), 'peerside-downloads-'));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

async function choose(page: Page, field: string, name: string): Promise<void> {
  const input = await page.waitForSelector(`input[type="file"][aria-label="${field}"]`);
  await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(
    resolve(fixtures, name),
  );
}

/** A calendar with one meeting, a day ago. */
function calendarOfYesterday(): string {
  const at = new Date(Date.now() - 86_400_000).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:yesterday',
    `DTSTART:${at}`,
    'SUMMARY:Diane / Steve',
    'ATTENDEE;CN=Steve Tan:mailto:steve.tan@example.com',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const path = join(downloads, 'yesterday.ics');
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

/** The file that a press of a button downloads, once it is whole. */
async function downloadedBy(page: Page, button: string, ending: string): Promise<Buffer> {
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads,
    eventsEnabled: true,
  });
  const done = new Promise<void>((resolve) =>
    session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve()),
  );
  await (await byRole(page, 'button', button)).click();
  await done;
  const [name = ''] = readdirSync(downloads).filter((one) => one.endsWith(ending));
  expect(existsSync(join(downloads, name))).toBe(true);
  return readFileSync(join(downloads, name));
}

test('people of a vCard file come and go again; a CSV and a calendar follow; all of it leaves as Markdown', async () => {
  const page = await peerside.current.open('options.html#people');
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));

  await choose(page, 'File of contacts', 'google-contacts.vcf');
  await sees(page, 'ana.lima@example.com');
  await (await byRole(page, 'button', 'Import 2 people')).click();
  await sees(page, 'Imported 2 people');
  await byRole(page, 'link', 'Ana Lima Engineer, Payments');
  await (await byRole(page, 'button', 'Undo')).click();
  await sees(page, 'Nobody');
  expect(await page.$$('a[href^="#person/"]')).toEqual([]);

  await choose(page, 'File of contacts', 'google-contacts-2023.csv');
  await (await byRole(page, 'button', 'Import 1 person')).click();
  await byRole(page, 'link', 'Steve Tan Product manager, Example Inc.');

  await page.evaluate(() => {
    location.hash = '#data';
  });
  await choose(page, 'Calendar file', calendarOfYesterday());
  await (await byRole(page, 'button', 'Import 1 meeting')).click();
  await sees(page, 'Imported 1 meeting');

  const files = unzipSync(new Uint8Array(await downloadedBy(page, 'Save as Markdown', '.zip')));
  const [path = '', ...others] = Object.keys(files);
  expect(path).toMatch(/^peerside-\d{4}-\d\d-\d\d\/People\/Steve Tan\.md$/);
  expect(others).toEqual([]);
  expect(strFromU8(files[path]!)).toContain('role: "Product manager"');
  expect(strFromU8(files[path]!)).toMatch(/^### \d{4}-\d\d-\d\d Diane \/ Steve$/m);
  const csv = await downloadedBy(page, 'Save promises as CSV', '.csv');
  expect(csv.toString()).toBe('\ufeff"Who","With","Promise","Due","State","Made on","Closed on"\r\n');
  expect(wrong).toEqual([]);
});
