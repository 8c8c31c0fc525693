import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { db } from '../../../storage/db.ts';
import { changePerson } from '../../../storage/people.ts';
import { expectAccessible } from '../../setup/components.ts';
import { PEDRO, sampleDay } from '../brief/open.tsx';
import { openToday } from './open-today.tsx';

beforeEach(async () => {
  await sampleDay();
  await changePerson(PEDRO, { cadence: { ideal: 14, latest: 28 }, pausedUntil: null });
});
afterEach(() => vi.useRealTimers());

async function choose(option: string) {
  const view = openToday();
  await view.user.click(await screen.findByRole('button', { name: 'More for Pedro Costa' }));
  await expectAccessible(view.container);
  await view.user.click(await screen.findByRole('option', { name: option }));
  return view;
}
const due = () => within(screen.getByRole('region', { name: /^Time to meet/ }));

test('that one met is logged, closed out with its day and place, and known from then on', async () => {
  const { user } = await choose('We met');
  await screen.findByRole('heading', { level: 1, name: 'Close out with Pedro Costa' });
  await user.click(screen.getByRole('button', { name: /^When was it\?: / }));
  const date = screen.getByLabelText<HTMLInputElement>('When was it?: choose a day');
  await user.clear(date);
  await user.type(date, '2026-11-17');
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('checkbox', { name: 'Walk' }));
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  await screen.findByText('Closed out');
  const [logged] = await db.meetings.filter(({ source, sample }) => source === 'logged' && !sample).toArray();
  expect(logged).toMatchObject({ day: '2026-11-17', place: 'walk', personIds: [PEDRO], eventKey: null });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'More for Pedro Costa' })).toBeNull());
});

test.each([
  ['Not now: in a week', 'snoozedUntil', '2026-11-26'],
  ['Pause for a month', 'pausedUntil', '2026-12-19'],
  ['Pause for three months', 'pausedUntil', '2027-02-19'],
] as const)('%s', async (option, field, day) => {
  const { user } = await choose(option);
  await waitFor(async () => expect((await db.people.get(PEDRO))?.[field]).toBe(day));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'More for Pedro Costa' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await db.people.get(PEDRO))?.[field]).toBeNull());
  await waitFor(() => expect(due().getByRole('button', { name: 'More for Pedro Costa' })).toBeTruthy());
});

test('a series opens the calendar’s own page, filled in, and sets its review', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockImplementation(async () => ({}) as never);
  await choose('Start a series in the calendar');
  await waitFor(() => expect(create).toHaveBeenCalledOnce());
  const url = new URL(create.mock.calls[0]![0].url!);
  expect(url.pathname).toBe('/calendar/u/0/r/eventedit');
  expect(url.searchParams.get('add')).toBe('pedro.costa@example.com');
  expect(url.searchParams.get('recur')).toMatch(/INTERVAL=2;UNTIL=20270220/);
  expect(await db.reviews.toArray()).toMatchObject([{ personIds: [PEDRO], reviewOn: '2027-02-19' }]);
  create.mockRestore();
});
