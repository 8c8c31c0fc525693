import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { addFact } from '../../../storage/facts.ts';
import { lastShownFacts } from '../../../storage/shown-facts.ts';
import { expectAccessible } from '../../setup/components.ts';
import { atTwo, current, openPanel, STEVE, sampleDay } from './open.tsx';

beforeEach(async () => {
  await sampleDay();
  await db.facts.clear();
  for (const [index, text] of ['one', 'two', 'three', 'four', 'five'].entries())
    await addFact(STEVE, text, 'other', new Date(2026, 10, index + 1));
});
afterEach(() => vi.useRealTimers());

const shown = () =>
  within(screen.getByRole('region', { name: 'Remember' }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('bdi')?.textContent);
const noted = (key: string) =>
  waitFor(async () => {
    const meeting = await db.meetings.where('eventKey').equals(key).first();
    const last = await lastShownFacts(STEVE);
    expect(last?.meetingId).toBe(meeting?.id);
  });
const meeting = (key: string) => current({ event: atTwo({ key }) });

test('the same two in the same order while it is open, and whenever it is opened again', async () => {
  const first = await openPanel(meeting('a x'));
  expect(shown()).toEqual(['one', 'two']);
  await noted('a x');
  await addFact(STEVE, 'six', 'other', new Date(2026, 9, 1));
  await waitFor(async () => expect(await db.facts.count()).toBe(6));
  expect(shown()).toEqual(['one', 'two']);
  await expectAccessible(first.container);
  first.unmount();
  await openPanel(meeting('a x'));
  expect(shown()).toEqual(['one', 'two']);
});

test('others at the next meeting, the oldest unused first, never the same twice running', async () => {
  for (const [key, facts] of [
    ['a x', ['one', 'two']],
    ['b x', ['three', 'four']],
    ['c x', ['five', 'one']],
    ['d x', ['two', 'three']],
  ] as const) {
    vi.setSystemTime(Date.now() + 86_400_000);
    const { unmount, container } = await openPanel(meeting(key));
    expect(shown()).toEqual(facts);
    await noted(key);
    await expectAccessible(container);
    unmount();
  }
});

test('the only one there is comes every time', async () => {
  await db.facts.clear();
  await addFact(STEVE, 'alone');
  for (const key of ['a x', 'b x']) {
    const { unmount, container } = await openPanel(meeting(key));
    expect(shown()).toEqual(['alone']);
    await noted(key);
    await expectAccessible(container);
    unmount();
  }
});

test('a talk that turns into a hard one begins with what the two have in common, and keeps it', async () => {
  await addFact(STEVE, 'both play bass', 'common', new Date(2026, 10, 9));
  const first = await openPanel(meeting('a x'));
  expect(shown()).toEqual(['one', 'two']);
  await noted('a x');
  await first.user.click(screen.getByRole('button', { name: 'More goals' }));
  await first.user.click(await screen.findByRole('option', { name: 'Disagreement' }));
  await waitFor(() => expect(shown()?.[0]).toBe('both play bass'));
  const now = shown();
  await waitFor(async () => expect((await lastShownFacts(STEVE))?.ids).toHaveLength(2));
  await expectAccessible(first.container);
  first.unmount();
  await openPanel(meeting('a x'));
  expect(shown()).toEqual(now);
});
