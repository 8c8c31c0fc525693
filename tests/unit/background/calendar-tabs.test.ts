import { beforeEach, expect, test, vi } from 'vitest';
import { followSpottingChanges, rememberTab } from '../../../entrypoints/background/calendar-tabs.ts';
import { setCovered } from '../../../storage/cover.ts';
import { writeCurrentEvent } from '../../../storage/current-event.ts';
import type { Sender } from '../../../storage/message-contract.ts';
import { REFRESH } from '../../../storage/messages.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { startSeries } from '../../../storage/start-series.ts';
import { anEvent } from '../../fixtures/records.ts';

const sent = vi.mocked(
  browser.tabs.sendMessage as unknown as (tab: number, message: string) => Promise<void>,
);

const seen = (id: number | undefined, url?: string) => rememberTab({ tab: { id }, url } as Sender);

beforeEach(() => {
  sent.mockReset();
  sent.mockResolvedValue(undefined);
});

test('every calendar page is asked to read again when people or settings change', async () => {
  followSpottingChanges();
  // Both at once, and one of them twice: none is lost, none comes twice.
  await Promise.all([seen(7), seen(8), seen(7), seen(undefined)]);
  await writeCurrentEvent(1, { event: anEvent(), personIds: [], at: '', open: true });
  expect(sent).not.toHaveBeenCalled();
  await addPerson(personDraft('Ana'));
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
  expect(new Set(sent.mock.calls.map(([tab]) => tab))).toEqual(new Set([7, 8]));
  expect(new Set(sent.mock.calls.map(([, message]) => message))).toEqual(new Set([REFRESH]));
  await changeSettings({ marks: false });
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(4));
});

test('a page that is gone is forgotten', async () => {
  followSpottingChanges();
  await seen(7);
  await seen(8);
  sent.mockImplementation(async (tab) => {
    if (tab === 7) throw new Error('no receiver');
  });
  await changeSettings({ marks: true });
  await vi.waitFor(async () =>
    expect(Object.keys(await browser.storage.session.get(null))).not.toContain('calendar-tab 7'),
  );
  sent.mockClear();
  await changeSettings({ marks: false });
  await vi.waitFor(() => expect(sent.mock.calls.map(([tab]) => tab)).toEqual([8]));
});

test('they are asked when the cover is laid and lifted', async () => {
  followSpottingChanges();
  await seen(7);
  await setCovered(true);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  await setCovered(false);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
});

test.each([
  [undefined, 0],
  ['https://calendar.google.com/calendar/r', 0],
  ['https://calendar.google.com/calendar/u/1/r/week/2026/11/19', 1],
  ['https://calendar.google.com/calendar/u/12?pli=1', 12],
  ['https://calendar.google.com/calendar/u/x1/r', 0],
  ['https://calendar.example/calendar/u/1/r', 0],
])('a series is begun in the account whose calendar was read last: %s', async (url, account) => {
  await seen(7, 'https://calendar.google.com/calendar/u/3/r');
  await seen(8, url);
  await startSeries(await addPerson(personDraft('Ana')));
  const [opened] = vi.mocked(browser.tabs.create).mock.lastCall ?? [];
  expect(new URL(opened?.url ?? '').pathname).toBe(`/calendar/u/${account}/r/eventedit`);
});

test('a series is begun in the first account while no calendar was read', async () => {
  await startSeries(await addPerson(personDraft('Ana')));
  const [opened] = vi.mocked(browser.tabs.create).mock.lastCall ?? [];
  expect(new URL(opened?.url ?? '').pathname).toBe('/calendar/u/0/r/eventedit');
});
