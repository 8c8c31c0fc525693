import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scheduler } from 'node:timers/promises';
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { launch, type Peerside, sees } from './harness.ts';
import { waitForMarks } from './page-parts.ts';
import { addSamplePeople } from './with-peerside.ts';

/*
 * The browser and the worker killed in the middle of writing. A tenth of it by default; all with PEERSIDE_FULL.
 * What is random is told at a failure: the run, and when it was killed.
 */

const full = process.env.PEERSIDE_FULL !== undefined;
const BURSTS = full ? 200 : 20;
const MESSAGES = full ? 200 : 40;

/** Hundreds of things in a row, on machines that are busy, or that sleep in between: none of them is late before the whole is. */
const PATIENCE = 240_000;

const profile = mkdtempSync(join(tmpdir(), 'peerside-killed-'));
let running: Peerside | undefined;
afterAll(async () => {
  await running?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Ends the browser with all its processes, as a power cut ends a program: nothing of its own runs any more. */
async function kill({ browser }: Peerside): Promise<void> {
  const child = browser.process();
  if (!child?.pid) throw new Error('no process to kill');
  const gone = new Promise((done) => child.once('exit', done));
  // The driver starts the browser as the leader of a group of its own.
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

/** All texts of notes in the database; that it opens is part of the answer. */
function notes(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('peerside');
    await new Promise((done, failed) => {
      opening.onsuccess = done;
      opening.onerror = failed;
    });
    const reading = opening.result.transaction('notes').objectStore('notes').getAll();
    await new Promise((done) => {
      reading.onsuccess = done;
    });
    opening.result.close();
    return reading.result.map((note: { text: string }) => note.text);
  });
}

/** Calls back with the text of the note whenever the panel says that it is saved. */
async function watchSaved(panel: Page, saved: (text: string) => void): Promise<void> {
  await panel.exposeFunction('wasSaved', saved);
  await panel.evaluate(() => {
    const told = globalThis as unknown as { wasSaved: (text: string) => void };
    let last: string | null | undefined = 'Saved';
    const look = () => {
      const state = document.querySelector('.foot [role=status]')?.textContent;
      // Said anew: something else that is drawn may come between a key and its "Saving".
      const isNew = state !== last;
      last = state;
      if (isNew && state === 'Saved')
        told.wasSaved(document.querySelector<HTMLTextAreaElement>('#note')?.value ?? '');
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

test(
  `killed at random moments of ${BURSTS} bursts of writing, nothing acknowledged is lost and the database opens`,
  async () => {
    let expected = '';
    for (let burst = 0; burst <= BURSTS; burst += 1) {
      running = await launch({ profile, patience: PATIENCE });
      if (burst === 0) await addSamplePeople(running);
      const panel = await running.open('sidepanel.html');
      const prepare = await panel.waitForSelector('button[aria-label^="Prepare for "]', {
        timeout: 15_000,
      });
      const found = await notes(panel);
      expect(
        found.some((text) => text.includes(expected)),
        `after burst ${burst}: ${JSON.stringify(expected.slice(-80))} in ${JSON.stringify(found.map((text) => text.slice(-80)))}`,
      ).toBe(true);
      if (burst === BURSTS) break;

      // Today still grows above it.
      await prepare?.evaluate((button) => (button as HTMLElement).click());
      await panel.waitForSelector('#note');
      let acknowledged = expected;
      await watchSaved(panel, (text) => {
        acknowledged = text;
      });
      await panel.focus('#note');
      await panel.keyboard.press('End');
      const text = ` burst ${burst} and words that are typed one after the other until it ends`;
      const killAt = performance.now() + 50 + Math.random() * 1_200;
      for (const character of text) {
        if (performance.now() > killAt) break;
        await panel.keyboard.sendCharacter(character).catch(() => undefined);
        await scheduler.wait(8);
      }
      await scheduler.wait(Math.max(0, killAt - performance.now()));
      await kill(running);
      running = undefined;
      expected = acknowledged;
    }
    expect(expected).toContain('burst');
  },
  PATIENCE + BURSTS * 10_000,
);

/** Sends as our content script does, from its own world of a calendar page. */
async function contentScript(page: Page, extensionId: string) {
  const session: CDPSession = await page.createCDPSession();
  const worlds: Protocol.Runtime.ExecutionContextDescription[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin.includes(extensionId));
  if (!world) throw new Error('our content script does not run');
  return async (message: unknown): Promise<{ ok: boolean }> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => ({ ok: false }))`,
      contextId: world.id,
      awaitPromise: true,
      returnByValue: true,
    });
    return (result.value as { ok: boolean } | undefined) ?? { ok: false };
  };
}

test(
  `the worker stopped at random during ${MESSAGES} messages: nothing lost, nothing doubled`,
  async () => {
    // Alone, or after bursts that have failed.
    if (!running) {
      running = await launch({ profile, patience: PATIENCE });
      await addSamplePeople(running);
    }
    const { stopWorker, calendar, extensionId, open } = running;
    const page = await calendar();
    await waitForMarks(page, (titles) => titles.length > 0);
    const send = await contentScript(page, extensionId);
    const account = { email: 'diane@example.com', name: 'Diane Moreau' };
    const ask = (index: number) => {
      const email = `guest.${index}@example.org`;
      const event = {
        key: `killed${index} diane@example.com`,
        seriesKey: `killed${index} diane@example.com`,
        calendarId: 'diane@example.com',
        title: 'A talk',
        day: '2026-11-19',
        drawn: null,
        guests: [
          { email, name: `Guest ${index}` },
          { email: account.email, name: account.name },
        ],
        guestsComplete: true,
      };
      return { peerside: 'add', body: { account, event, email, name: `Guest ${index}` } };
    };
    let stopped = 0;
    let refused = 0;
    for (let index = 0; index < MESSAGES; index += 1) {
      const stop = Math.random() < 0.5;
      const stopping = stop
        ? scheduler.wait(Math.random() * 25).then(async () => {
            await stopWorker().catch(() => undefined);
            stopped += 1;
          })
        : undefined;
      // Who gets no answer presses the button again.
      while (!(await send(ask(index))).ok) refused += 1;
      await stopping;
    }
    const options = await open('options.html#people');
    await sees(options, 'Guest 0');
    const people = await options.evaluate(async () => {
      const opening = indexedDB.open('peerside');
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      const reading = opening.result.transaction('people').objectStore('people').getAll();
      await new Promise((done) => {
        reading.onsuccess = done;
      });
      opening.result.close();
      return reading.result.flatMap((person: { emails: string[] }) => person.emails);
    });
    const added = people.filter((email: string) => email.startsWith('guest.')).sort();
    const wanted = Array.from({ length: MESSAGES }, (_, index) => `guest.${index}@example.org`).sort();
    expect(added, `${stopped} times stopped, ${refused} times without an answer`).toEqual(wanted);
    expect(stopped).toBeGreaterThan(MESSAGES / 5);
  },
  PATIENCE + MESSAGES * 2_000,
);
