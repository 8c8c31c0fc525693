import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel.tsx';
import { db } from '../../../storage/db.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { expectAccessible } from '../../setup/components.ts';
import { NOW, openPanel, STEVE } from '../brief/open.tsx';
import { beginsOnSampleDay } from './sample-person.ts';

beginsOnSampleDay();

async function openPerson(id = STEVE, name = 'Steve Tan', entry = '') {
  const user = userEvent.setup();
  location.hash = `person/${encodeURIComponent(id)}${entry && `/${encodeURIComponent(entry)}`}`;
  const view = render(<Panel current={undefined} onCurrent={() => {}} />);
  await screen.findByRole('heading', { level: 1, name });
  return { ...view, user };
}

test('who, how often, and everything by the day', async () => {
  const { container } = await openPerson();
  screen.getByText('every 2 weeks, 4 weeks at most');
  await screen.findByRole('img', { name: /^Last \d+ meetings/ });
  const day = within(screen.getByRole('region', { name: /^29 October 3 weeks ago, 30\smin/ }));
  day.getByText(/^Agreed to try one shared bug board/);
  day.getByText('6 days late, yours');
  await expectAccessible(container);
});

test('filters, by mouse and by keys', async () => {
  const { user, container } = await openPerson();
  await user.click(screen.getByRole('radio', { name: 'Facts' }));
  await waitFor(() => expect(screen.queryByText(/^Agreed to try one/)).toBeNull());
  screen.getByText('Daughter Lia took up the cello');
  await user.keyboard('{ArrowRight}');
  await screen.findByText('Nothing of this kind yet.');
  await expectAccessible(container);
});

test('a promise is ticked where it stands, and the tick is taken back', async () => {
  const { user, container } = await openPerson();
  await user.click(screen.getByRole('checkbox', { name: /^Kept: Name a tester/ }));
  await waitFor(() =>
    expect(screen.getByRole('checkbox', { name: /^Kept: Name a tester/ })).toHaveProperty('checked', true),
  );
  await expectAccessible(container);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(screen.getByRole('checkbox', { name: /^Kept: Name a tester/ })).toHaveProperty('checked', false),
  );
});

test('a record that was looked for has the focus, on its day, and the newest is one press away', async () => {
  const note = await addThought([STEVE], 'Long ago', null, new Date(2025, 3, 1));
  const { user, container } = await openPerson(STEVE, 'Steve Tan', note.id);
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Long ago'));
  expect(screen.queryByText('6 days late, yours')).toBeNull();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Show the newest' }));
  await screen.findByText('6 days late, yours');
});

test('a long history comes a page at a time', async () => {
  const { id } = await addPerson(personDraft('Long Known'));
  for (let index = 0; index < 110; index += 1) {
    await addThought([id], `Thought ${index}`, null, new Date(NOW.getTime() - index * 86_400_000));
  }
  const { user } = await openPerson(id, 'Long Known');
  expect(screen.queryByText('Thought 70')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show what was before' }));
  await screen.findByText('Thought 70');
  await screen.findByText('Thought 109');
  expect(screen.queryByRole('button', { name: 'Show what was before' })).toBeNull();
});

test('nothing yet, nobody, and what cannot be read', async () => {
  const { id } = await addPerson(personDraft('New Here'));
  const { container, unmount } = await openPerson(id, 'New Here');
  screen.getByText(/^Nothing yet\. What you write/);
  await expectAccessible(container);
  await db.people.delete(id);
  await screen.findByText('This person is no longer here.');
  unmount();
  vi.spyOn(db.people, 'get').mockRejectedValue(new Error('no disk'));
  const failed = render(<Panel current={undefined} onCurrent={() => {}} />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/no disk/);
  await expectAccessible(failed.container);
});

test('from the brief to the person and back; from there to the options and to a tab', async () => {
  const { user, container } = await openPanel();
  const link = screen.getByRole('link', { name: 'Steve Tan' });
  await user.click(link);
  location.hash = link.getAttribute('href') ?? '';
  await screen.findByRole('radio', { name: 'Decisions' });
  vi.mocked(browser.tabs.create).mockReset();
  await user.click(screen.getByRole('button', { name: 'Edit, pause or archive' }));
  expect(browser.tabs.create).toHaveBeenLastCalledWith({ url: `options.html#person/${STEVE}` });
  await user.click(screen.getByRole('button', { name: 'Open in a tab' }));
  expect(browser.tabs.create).toHaveBeenLastCalledWith({
    url: `sidepanel.html#person/${encodeURIComponent(STEVE)}`,
  });
  await expectAccessible(container);
  location.hash = '';
  await screen.findByRole('textbox', { name: /^Before/ });
});

test('a day’s meeting and the next time are opened as briefs', async () => {
  const { user } = await openPerson();
  await user.click(screen.getByRole('button', { name: 'Open the brief of 29 October' }));
  await screen.findByRole('textbox', { name: /^Said/ });
  expect(location.hash).toBe('');
});
