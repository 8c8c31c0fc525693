import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, current, openPanel, PEDRO, STEVE, sampleDay, section } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => vi.useRealTimers());

const tabs = () => within(screen.getByRole('tablist', { name: 'Whose brief' })).getAllByRole('tab');
const chosen = () => tabs().find((tab) => tab.getAttribute('aria-selected') === 'true');
const promises = section(/^Promises/);

test('what is common first, then a tab for each with how much is open', async () => {
  const { container } = await openPanel(current({ personIds: [ANA, PEDRO, STEVE] }));
  screen.getByRole('heading', { level: 1, name: 'Ana Lima, Pedro Costa and Steve Tan' });
  expect(tabs().map((tab) => tab.textContent)).toEqual([
    'In common',
    'Ana4, 4 open',
    'Pedro4, 4 open',
    'Steve6, 6 open',
  ]);
  expect(chosen()?.textContent).toBe('In common');
  const met = screen.getByRole('list', { name: 'When you last met' });
  expect(
    within(met)
      .getAllByRole('listitem')
      .map((row) => row.querySelector('figcaption')?.textContent),
  ).toEqual(['Ana last week, in time', 'Pedro 9 weeks ago, later than usual', 'Steve 3 weeks ago, in time']);
  expect(within(met).getByText('later than usual').className).toBe('late');
  expect(screen.queryByRole('region', { name: 'Remember' })).toBeNull();
  await expectAccessible(container);
});

test('arrows move between the tabs, round both ends, and the focus goes along', async () => {
  const { user, container } = await openPanel(current({ personIds: [ANA, PEDRO] }));
  tabs()[0]!.focus();
  for (const [key, name, heading] of [
    ['ArrowRight', /^Ana/, 'Ana Lima'],
    ['ArrowRight', /^Pedro/, 'Pedro Costa'],
    ['ArrowRight', /^In common/, undefined],
    ['ArrowLeft', /^Pedro/, 'Pedro Costa'],
  ] as const) {
    await user.keyboard(`{${key}}`);
    await waitFor(() => expect(chosen()?.textContent).toMatch(name));
    expect(document.activeElement).toBe(chosen());
    expect(tabs().filter((tab) => tab.tabIndex === 0)).toEqual([chosen()]);
    if (heading) screen.getByRole('heading', { level: 2, name: heading });
    else expect(screen.queryByRole('heading', { level: 2, name: 'Pedro Costa' })).toBeNull();
    await expectAccessible(container);
  }
  expect(screen.getByRole('tabpanel', { name: /^Pedro/ })).toBeDefined();
});

test('a tab holds one peer’s own, and what is added there is theirs', async () => {
  const { user, container } = await openPanel(current({ personIds: [ANA, PEDRO] }));
  await user.click(screen.getByRole('tab', { name: /^Ana/ }));
  await waitFor(() => expect(promises.texts()).toEqual(['Send the pricing draft', 'Agree the launch week']));
  screen.getByRole('region', { name: 'Remember' });
  await user.click(promises.button('Add a promise'));
  await user.type(await screen.findByRole('textbox', { name: 'Send the plan by Friday' }), 'Ask Ana{Enter}');
  await waitFor(() => expect(promises.texts()).toContain('Ask Ana'));
  expect(await db.actionItems.filter((item) => item.text === 'Ask Ana').first()).toMatchObject({
    personIds: [ANA],
  });
  await expectAccessible(container);
});

test('notes belong to all of them, and stay while the tab changes', async () => {
  const { user, container } = await openPanel(current({ personIds: [ANA, PEDRO] }));
  const notes = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Before/ });
  await user.type(notes(), 'For both');
  await user.click(screen.getByRole('tab', { name: /^Pedro/ }));
  await waitFor(() => expect(chosen()?.textContent).toMatch(/^Pedro/));
  expect(notes().value).toBe('For both');
  await waitFor(async () =>
    expect(await db.notes.filter((note) => note.text === 'For both').first()).toMatchObject({
      personIds: [ANA, PEDRO],
    }),
  );
  await expectAccessible(container);
});

test('a peer who is forgotten meanwhile leaves the brief whole', async () => {
  const { user, container } = await openPanel(current({ personIds: [ANA, PEDRO, STEVE] }));
  await user.click(screen.getByRole('tab', { name: /^Steve/ }));
  await db.people.delete(STEVE);
  await waitFor(() => expect(tabs()).toHaveLength(3));
  expect(chosen()?.textContent).toBe('In common');
  await expectAccessible(container);
});
