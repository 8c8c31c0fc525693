import { screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { expectAccessible } from '../../setup/components.ts';
import { openPanel, STEVE, sampleDay } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const mark = (name: RegExp) => screen.findByRole('button', { name });
const marked = () => db.notes.filter(({ sensitivity }) => sensitivity !== 'normal').toArray();

test('a note that goes by itself says so beside it, before it does, and can be kept', async () => {
  const { user, container } = await openPanel();
  await user.type(screen.getByRole('textbox', { name: /^Before/ }), 'So tired of this');
  await user.click(await mark(/^Mark this note: A note like any other/));
  await user.click(screen.getByRole('option', { name: 'Vent note, gone after 7 days' }));
  await screen.findByText(/^Vent note: out of search, recap and print. It deletes itself on 26 Nov|Thu 26/);
  await expectAccessible(container);
  await waitFor(async () =>
    expect(await marked()).toMatchObject([
      { text: 'So tired of this', sensitivity: 'vent', expiresOn: '2026-11-26', personIds: [STEVE] },
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  await screen.findByText('Vent note: stays out of search, recap and print.');
  expect(await marked()).toMatchObject([{ sensitivity: 'vent', expiresOn: null }]);
});

test('each of the two notes has a mark of its own, and the field keeps what was typed', async () => {
  const { user, container } = await openPanel();
  await user.click(await mark(/^Mark this note/));
  await user.click(screen.getByRole('option', { name: 'Half-baked' }));
  await screen.findByText('Half-baked: never offered for a recap or a cover sheet.');
  await user.type(screen.getByRole('textbox', { name: /^Before/ }), 'What if');
  await user.click(screen.getByRole('tab', { name: 'Said' }));
  await mark(/^Mark this note: A note like any other/);
  expect(screen.queryByText(/^Half-baked: never/)).toBeNull();
  await user.click(screen.getByRole('tab', { name: 'Before' }));
  await screen.findByText('Half-baked: never offered for a recap or a cover sheet.');
  expect(screen.getByRole('textbox', { name: /^Before/ })).toHaveProperty('value', 'What if');
  await expectAccessible(container);
});

test('a mark that cannot be stored is said', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user } = await openPanel();
  const button = await mark(/^Mark this note/);
  vi.spyOn(db.notes, 'add').mockRejectedValue(new Error('disk full'));
  await user.click(button);
  await user.click(screen.getByRole('option', { name: 'Vent note, stays' }));
  await screen.findByText('Not stored; what was there is unchanged. Try again.');
});
