import { expect, test, vi } from 'vitest';
import {
  type CurrentEvent,
  closeCurrentEvent,
  onCurrentEvent,
  ownWindowId,
  readCurrentEvent,
  writeCurrentEvent,
} from '../../../storage/current-event.ts';
import { anEvent } from '../../fixtures/records.ts';

const on = (name: string): CurrentEvent => ({
  event: anEvent({ key: `${name} diane@example.com` }),
  personIds: [name],
  at: '2026-11-19T13:48:00.000Z',
  open: true,
});
const closed = (name: string) => closeCurrentEvent(1, `${name} diane@example.com`);

test('each window is at an event of its own', async () => {
  expect(await readCurrentEvent(1)).toBeUndefined();
  await writeCurrentEvent(1, on('steve'));
  await writeCurrentEvent(2, on('ana'));
  expect(await readCurrentEvent(1)).toEqual(on('steve'));
  expect(await readCurrentEvent(2)).toEqual(on('ana'));
  expect(await ownWindowId()).toBe(1);
});

test('closed, it is still the event of the window; opened again, it is open', async () => {
  await writeCurrentEvent(1, on('steve'));
  await closed('steve');
  expect(await readCurrentEvent(1)).toEqual({ ...on('steve'), open: false });
  await writeCurrentEvent(1, on('steve'));
  expect(await readCurrentEvent(1)).toEqual(on('steve'));
});

test('closing one and opening the next in one moment, in either order, ends at the next', async () => {
  await writeCurrentEvent(1, on('steve'));
  await Promise.all([closed('steve'), writeCurrentEvent(1, on('ana'))]);
  expect(await readCurrentEvent(1)).toEqual(on('ana'));
  await Promise.all([writeCurrentEvent(1, on('pedro')), closed('ana')]);
  expect(await readCurrentEvent(1)).toEqual(on('pedro'));
});

test('a listener hears the event as it is, each newer one of its window, and nothing once aborted', async () => {
  await writeCurrentEvent(1, on('steve'));
  const stop = new AbortController();
  const heard = vi.fn();
  onCurrentEvent(1, ({ personIds }) => heard(personIds[0]), stop.signal);
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['steve']]));
  await writeCurrentEvent(2, on('ana'));
  await closed('steve');
  await writeCurrentEvent(1, on('pedro'));
  expect(heard.mock.calls).toEqual([['steve'], ['pedro']]);
  stop.abort();
  await writeCurrentEvent(1, on('ana'));
  expect(heard).toHaveBeenCalledTimes(2);
});
