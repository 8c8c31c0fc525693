import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SamplePeople } from '../../../components/people/SamplePeople.tsx';
import { db } from '../../../storage/db.ts';
import { hasSamplePeople } from '../../../storage/sample.ts';
import { expectAccessible } from '../../setup/components.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterEach(() => void vi.restoreAllMocks());

const open = () =>
  render(
    <main>
      <SamplePeople />
    </main>,
  );

test('while it is not known whether they are there, it says that it is looking', async () => {
  const never = { startsWith: () => ({ count: () => new Promise(() => {}) }) };
  vi.spyOn(db.people, 'where').mockReturnValue(never as never);
  const { container } = open();
  screen.getByRole('heading', { name: 'Sample people' });
  await screen.findByRole('status');
  expect(screen.queryByRole('button')).toBeNull();
  await expectAccessible(container);
});

test('when it cannot be read, it says so and what to do', async () => {
  vi.spyOn(db.people, 'where').mockImplementation(() => {
    throw new Error('row 7 is torn');
  });
  const { container } = open();
  expect((await screen.findByRole('alert')).textContent).toContain('Your notes could not be read');
  screen.getByRole('button', { name: 'Reload' });
  await expectAccessible(container);
});

test('one click puts them in, another takes all of them away', async () => {
  const user = userEvent.setup();
  const { container } = open();
  await user.click(await screen.findByRole('button', { name: 'Try it with sample people' }));
  await user.click(await screen.findByRole('button', { name: 'Remove sample people' }));
  await screen.findByRole('button', { name: 'Try it with sample people' });
  expect(await hasSamplePeople()).toBe(false);
  await expectAccessible(container);
});
