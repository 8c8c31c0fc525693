import { render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { DeleteAll } from '../../../components/forget/DeleteAll.tsx';
import { ForgetPerson } from '../../../components/forget/ForgetPerson.tsx';
import { Retention } from '../../../components/forget/Retention.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { addActionItem } from '../../../storage/action-items.ts';
import { db } from '../../../storage/db.ts';
import { addFact } from '../../../storage/facts.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { readRetention } from '../../../storage/retention.ts';
import { noteBackup } from '../../../storage/sentinel.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { expectAccessible } from '../../setup/components.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('forgetting says before what goes, what is shared and which file holds it, and can be called off', async () => {
  const steve = await addPerson(personDraft('Steve Tan'));
  const ana = await addPerson(personDraft('Ana Lima'));
  await addFact(steve.id, 'Cello');
  await addThought([steve.id], 'one');
  await addThought([steve.id], 'two');
  await addActionItem({ personIds: [steve.id, ana.id], owner: 'me', text: 'Ours', due: null });
  await addThought([ana.id], 'Steve Tan said so');
  await noteBackup({ at: '2026-11-20T09:00:00.000Z', name: 'mine.peerside', records: 1, locked: false });
  const gone = vi.fn();
  const { container } = render(
    <ToastProvider>
      <ForgetPerson personId={steve.id} onForgotten={gone} />
    </ToastProvider>,
  );
  const user = userEvent.setup();
  const open = screen.getByRole('button', { name: 'Forget this person…' });
  await user.click(open);
  const ask = await screen.findByRole('region', { name: 'Forget Steve Tan?' });
  await waitFor(() =>
    expect(document.activeElement).toBe(within(ask).getByRole('heading', { name: 'Forget Steve Tan?' })),
  );
  expect(
    within(ask)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['2 notes', '1 fact', expect.stringMatching(/^mine.peerside, of /)]);
  expect(within(ask).getByRole('group', { name: '1 record is about others as well' })).toBeDefined();
  expect(ask.textContent).toContain('1 text that stays names this person');
  expect(ask.textContent).toContain('There is no undo');
  await expectAccessible(container);

  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Forget this person…' })),
  );
  expect(await db.people.count()).toBe(2);

  await user.click(screen.getByRole('button', { name: 'Forget this person…' }));
  await user.click(await screen.findByRole('radio', { name: 'Delete too' }));
  await user.click(screen.getByRole('button', { name: 'Forget for good' }));
  await waitFor(() => expect(gone).toHaveBeenCalledOnce());
  expect((await db.people.toArray()).map(({ name }) => name)).toEqual(['Ana Lima']);
  expect(await db.actionItems.count()).toBe(0);
  expect((await db.notes.toArray()).map(({ text }) => text)).toEqual(['Steve Tan said so']);
});

test('what is shared stays with the others unless it is said otherwise', async () => {
  const steve = await addPerson(personDraft('Steve Tan'));
  const ana = await addPerson(personDraft('Ana Lima'));
  await addActionItem({ personIds: [steve.id, ana.id], owner: 'me', text: 'Ours', due: null });
  const gone = vi.fn();
  render(
    <ToastProvider>
      <ForgetPerson personId={steve.id} onForgotten={gone} />
    </ToastProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Forget this person…' }));
  await user.click(await screen.findByRole('button', { name: 'Forget for good' }));
  await waitFor(() => expect(gone).toHaveBeenCalledOnce());
  expect((await db.actionItems.toArray()).map(({ personIds }) => personIds)).toEqual([[ana.id]]);
  const said = (await screen.findByText('Steve Tan is forgotten.')).parentElement as HTMLElement;
  within(said).getByRole('button', { name: 'Put this message away' });
});

test('deleting everything offers a backup first and waits for the word', async () => {
  await addPerson(personDraft('Steve Tan'));
  const backUp = vi.fn();
  const deleted = vi.fn();
  const { container } = render(
    <ToastProvider>
      <DeleteAll onBackUp={backUp} onDeleted={deleted} />
    </ToastProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Delete everything…' }));
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Save a backup first' }));
  expect(backUp).toHaveBeenCalledOnce();
  const now = screen.getByRole('button', { name: 'Delete everything now' });
  expect(now.getAttribute('aria-disabled')).toBe('true');
  await user.click(now);
  const word = screen.getByRole('textbox', { name: /To go on, type/ });
  await user.type(word, 'delet');
  await user.keyboard('{Enter}');
  expect(deleted).not.toHaveBeenCalled();
  expect(await db.people.count()).toBe(1);
  await user.type(word, 'e');
  await user.click(screen.getByRole('button', { name: 'Delete everything now' }));
  await waitFor(() => expect(deleted).toHaveBeenCalledOnce());
  expect(await db.people.count()).toBe(0);
});

test('old notes are offered only once it is set, and come back by undo', async () => {
  await addThought(['steve'], 'old', null, new Date('2020-01-01T09:00:00.000Z'));
  const { container } = render(
    <ToastProvider>
      <Retention />
    </ToastProvider>,
  );
  const user = userEvent.setup();
  const choice = await screen.findByRole('combobox', { name: 'Offer to delete notes' });
  expect(screen.queryByRole('button', { name: 'Delete them' })).toBeNull();
  await user.selectOptions(choice, 'Older than 12 months');
  await user.click(await screen.findByRole('button', { name: 'Delete them' }));
  expect(await readRetention()).toBe(12);
  await screen.findByText('No note is that old.');
  expect(await db.notes.count()).toBe(0);
  await expectAccessible(container);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await db.notes.count()).toBe(1));
});
