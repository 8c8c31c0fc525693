import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addActionItem, changeActionItem } from '../../../storage/action-items.ts';
import { db } from '../../../storage/db.ts';
import { meetingOfEvent } from '../../../storage/meetings.ts';
import { expectAccessible } from '../../setup/components.ts';
import { atTwo, NOW, openPanel, PEDRO, STEVE, sampleDay, section } from '../brief/open.tsx';
import { openToday } from './open-today.tsx';

beforeEach(async () => {
  await sampleDay();
  await db.actionItems.clear();
});
afterEach(() => {
  location.hash = '';
  vi.useRealTimers();
});

const raised = (id: string, count: number) =>
  db.actionItems.update(id, { raisedIn: Array.from({ length: count }, (_, index) => `m${index}`) });

test('all promises over all people: mine, theirs, joint; what was raised three times on top; ticked with undo', async () => {
  const of = { due: null, personIds: [STEVE] };
  await addActionItem({ ...of, owner: 'me', text: 'Soon', due: '2026-11-20' }, NOW);
  const often = await addActionItem({ ...of, owner: 'me', text: 'Often', personIds: [PEDRO] }, NOW);
  await raised(often.id, 3);
  await addActionItem({ ...of, owner: 'them', text: 'Theirs' }, NOW);
  await addActionItem({ ...of, owner: 'both', text: 'Joint' }, NOW);
  const { user, container } = openToday();
  await user.click(await screen.findByRole('link', { name: 'All' }));
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  const texts = (name: RegExp) =>
    within(screen.getByRole('region', { name }))
      .getAllByRole('checkbox')
      .map((tick) => tick.closest('li')?.querySelector('bdi')?.textContent);
  await waitFor(() => expect(texts(/^You owe/)).toEqual(['Often', 'Soon']));
  expect(screen.getByText(/raised 3 times/i)).toBeTruthy();
  expect(texts(/^They owe/)).toEqual(['Theirs']);
  expect(texts(/^Both/)).toEqual(['Joint']);
  const link = screen.getByRole('link', { name: 'Soon, with Steve Tan: open' });
  expect(link.getAttribute('href')).toMatch(new RegExp(`^#person/${encodeURIComponent(STEVE)}/.+`));
  await expectAccessible(container);
  await user.click(screen.getByRole('checkbox', { name: /Soon/ }));
  await waitFor(async () => expect(await count()).toBe(1));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await count()).toBe(0));
});

const count = () => db.actionItems.filter(({ state }) => state === 'kept').count();

test('how I keep mine stands below, by person; how they keep theirs nowhere', async () => {
  const of = { due: '2026-11-10', personIds: [STEVE] };
  for (const owner of ['me', 'them', 'both'] as const) {
    const item = await addActionItem({ ...of, owner, text: owner }, NOW);
    await changeActionItem(item.id, { state: 'kept' }, NOW);
  }
  location.hash = '#promises';
  openToday();
  const region = await screen.findByRole('region', { name: /^How you keep yours/ });
  expect(region.textContent).toContain('only for you');
  expect(
    within(region)
      .getAllByRole('listitem')
      .map((row) => row.textContent),
  ).toEqual(['Steve1 of 1 kept, 1 late']);
});

test('nothing promised says so', async () => {
  location.hash = '#promises';
  openToday();
  await screen.findByText('No open promises. Nobody owes anybody anything.');
});

test('a brief carries open promises, once a meeting; at three times they say so and rise to the top', async () => {
  const of = { personIds: [STEVE], owner: 'me' as const };
  await addActionItem({ ...of, text: 'Late', due: '2026-11-01' }, NOW);
  const often = await addActionItem({ ...of, text: 'Often', due: null }, NOW);
  await raised(often.id, 2);
  const promises = section(/^Promises/);
  const first = await openPanel();
  await waitFor(async () => {
    const meeting = await meetingOfEvent(atTwo().key);
    expect((await db.actionItems.get(often.id))?.raisedIn).toEqual(['m0', 'm1', meeting!.id]);
  });
  // In this meeting it is only carried twice so far.
  expect(promises.texts()).toEqual(['Late', 'Often']);
  first.unmount();
  await raised(often.id, 3);
  await openPanel();
  await waitFor(() => expect(promises.texts()).toEqual(['Often', 'Late']));
  expect(promises.row('Often').textContent).toContain('3 times');
});
