import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CoverPage } from '../../../components/person/CoverPage.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { addActionItem } from '../../../storage/action-items.ts';
import { setShareable } from '../../../storage/cover-sheet.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { expectAccessible } from '../../setup/components.ts';
import { NOW, STEVE, sampleDay } from '../brief/open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function open(personId = STEVE) {
  const [onBack, onPrint] = [vi.fn(), vi.fn()];
  const view = render(
    <ToastProvider>
      <CoverPage personId={personId} onBack={onBack} onPrint={onPrint} />
    </ToastProvider>,
  );
  return { ...view, user: userEvent.setup(), onBack, onPrint };
}

test('what is ticked stands on the sheet, and stays ticked; nothing is at first', async () => {
  await addDecision(
    { personIds: [STEVE], meetingId: null, text: 'One board', againOn: null, at: NOW.toISOString() },
    NOW,
  );
  const vent = await addThought([STEVE], 'He drives me mad');
  await db.notes.update(vent.id, { sensitivity: 'vent', shareable: true });
  const { user, container, onPrint } = open();
  const sheet = within(await screen.findByRole('article', { name: 'Steve Tan' }));
  sheet.getByText('steve.tan@example.com');
  sheet.getByText('Nothing is ticked yet: only name and address are printed.');
  expect(screen.queryByText(/drives me mad/)).toBeNull();
  await expectAccessible(container);
  await user.click(screen.getByRole('checkbox', { name: /^Send the launch calendar/ }));
  await user.click(screen.getByRole('checkbox', { name: /^One board/ }));
  await sheet.findByText('Send the launch calendar');
  await sheet.findByText('One board');
  await expectAccessible(container);
  await user.click(screen.getByRole('checkbox', { name: /^One board/ }));
  await waitFor(() => expect(sheet.queryByText('One board')).toBeNull());
  expect(await db.actionItems.filter(({ shareable }) => shareable).count()).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(onPrint).toHaveBeenCalledOnce();
});

test.each([
  ['', 'Me', 'Me and Steve Tan'],
  ['Diane Kruger', 'Diane Kruger', 'Diane Kruger and Steve Tan'],
])('whose promise it is, by name: own name "%s"', async (ownName, mine, both) => {
  await changeSettings({ ownName });
  await db.actionItems.clear();
  const promise = { personIds: [STEVE], due: null };
  for (const owner of ['me', 'them', 'both'] as const) {
    const { id } = await addActionItem({ ...promise, owner, text: `Promise of ${owner}` }, NOW);
    await setShareable('items', id, true);
  }
  open();
  const sheet = within(await screen.findByRole('article', { name: 'Steve Tan' }));
  const line = (owner: string) => sheet.getByText(`Promise of ${owner}`).closest('li')?.textContent;
  expect(line('me')).toBe(`Promise of me ${mine}`);
  expect(line('them')).toBe('Promise of them Steve Tan');
  expect(line('both')).toBe(`Promise of both ${both}`);
});

test('each kind of record can be marked, and the mark taken back', async () => {
  const { id } = await addThought([STEVE], 'A thought');
  const undo = await setShareable('notes', id, true);
  expect(await db.notes.get(id)).toMatchObject({ shareable: true });
  await undo();
  expect(await db.notes.get(id)).toMatchObject({ shareable: false });
  const topic = await db.topics.toCollection().first();
  await setShareable('topics', topic?.id ?? '', true);
  expect(await db.topics.get(topic?.id ?? '')).toMatchObject({ shareable: true, openFor: topic?.openFor });
  await setShareable('items', 'gone', true);
});

test('nobody; what could not be stored is said', async () => {
  const gone = open('gone');
  await screen.findByText('This person is no longer here.');
  await gone.user.click(screen.getByRole('button', { name: 'Back' }));
  expect(gone.onBack).toHaveBeenCalledOnce();
  await expectAccessible(gone.container);
  gone.unmount();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user } = open();
  const tick = await screen.findByRole('checkbox', { name: /^Send the launch calendar/ });
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('no disk'));
  await user.click(tick);
  await screen.findByText('Not stored; what was there is unchanged. Try again.');
});
