import { beforeEach, expect, test, vi } from 'vitest';
import { followSpottingChanges, rememberTab } from '../../../entrypoints/background/calendar-tabs.ts';
import { setCovered } from '../../../storage/cover.ts';
import { writeCurrentEvent } from '../../../storage/current-event.ts';
import { REFRESH } from '../../../storage/messages.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { anEvent } from '../../fixtures/records.ts';

const sent = vi.mocked(
  browser.tabs.sendMessage as unknown as (tab: number, message: string) => Promise<void>,
);

beforeEach(() => {
  sent.mockReset();
  sent.mockResolvedValue(undefined);
});

test('every calendar page is asked to read again when people or settings change', async () => {
  followSpottingChanges();
  // Both at once, and one of them twice: none is lost, none comes twice.
  await Promise.all([rememberTab(7), rememberTab(8), rememberTab(7), rememberTab(undefined)]);
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
  await rememberTab(7);
  await rememberTab(8);
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
  await rememberTab(7);
  await setCovered(true);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  await setCovered(false);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
});
