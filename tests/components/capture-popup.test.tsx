import { readFileSync } from 'node:fs';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { render as drawNothing } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { CapturePopup } from '../../components/capture/CapturePopup.tsx';
import { start } from '../../entrypoints/popup/start.tsx';
import { keepInInbox } from '../../storage/captures.ts';
import { db } from '../../storage/db.ts';
import { keepSelection } from '../../storage/kept-selection.ts';
import { addPerson, changePerson, personDraft } from '../../storage/people.ts';
import { expectAccessible } from '../setup/components.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

function open(windowId: number | undefined = 1) {
  const onClose = vi.fn();
  const view = render(<CapturePopup windowId={windowId} early={undefined} onClose={onClose} />);
  return { ...view, onClose, user: userEvent.setup() };
}

test('is drawn around the box that came with the page, and leaves what is typed in it alone', () => {
  const [, body = ''] =
    /<body[^>]*>(.*)<script/s.exec(readFileSync('entrypoints/popup/index.html', 'utf8')) ?? [];
  document.body.innerHTML = body;
  const box = screen.getByRole<HTMLTextAreaElement>('textbox');
  box.focus();
  box.value = 'half a thought';
  box.setSelectionRange(4, 4);
  const left = vi.fn();
  box.addEventListener('blur', left);
  const app = document.querySelector('#app') as HTMLElement;
  start(app, Promise.resolve(false));
  expect(screen.getByRole('textbox', { name: /^A thought/ })).toBe(box);
  expect(screen.getByRole('button', { name: 'Inbox' })).toBeTruthy();
  expect([box.value, box.selectionStart, box.id]).toEqual(['half a thought', 4, '']);
  expect(document.activeElement).toBe(box);
  expect(left).not.toHaveBeenCalled();
  drawNothing(null, app);
  document.body.replaceChildren();
});

test('nothing waits: says what the inbox is for, and goes back to the box with what was typed', async () => {
  const { user, container } = open();
  await user.keyboard('half a thought');
  await user.click(screen.getByRole('button', { name: 'Inbox' }));
  await screen.findByText(/^Nothing waits here/);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back to capture' }));
  await expectAccessible(container);
  await user.keyboard('{Enter}');
  const box = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(box.value).toBe('half a thought');
  await waitFor(() => expect(document.activeElement).toBe(box));
});

test('the inbox counts, files and deletes, each with undo', async () => {
  const steve = await addPerson(personDraft('Steve Tan'));
  const gone = await addPerson(personDraft('Rui Alves'));
  await changePerson(gone.id, { archivedAt: new Date().toISOString() });
  await keepInInbox('1', '[] older', null, new Date(Date.now() - 86_400_000));
  await keepInInbox('2', 'newer', { url: 'https://example.com/plan', title: 'Release plan' });
  await keepInInbox('3', 'odd', { url: 'javascript:alert(1)', title: 'Odd' }, new Date(Date.now() - 1_000));
  const { user, container } = open();
  await user.click(await screen.findByRole('button', { name: '3 in the inbox' }));
  const list = await screen.findByRole('list', { name: '3 thoughts wait to be filed' });
  const rows = () => within(list).getAllByRole('listitem');
  expect(rows().map((row) => row.querySelector('bdi')?.textContent)).toEqual(['newer', 'odd', 'older']);
  expect(within(rows()[0]!).getByRole('link').getAttribute('href')).toBe('https://example.com/plan');
  expect(within(rows()[1]!).queryByRole('link')).toBeNull();
  within(rows()[2]!).getByText('yesterday');
  await expectAccessible(container);

  await user.click(within(rows()[2]!).getByRole('button', { name: 'File: older' }));
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['Steve Tan']);
  await user.click(screen.getByRole('option', { name: 'Steve Tan' }));
  await screen.findByText('Filed with Steve Tan');
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(await db.actionItems.toArray()).toMatchObject([{ text: 'Older', personIds: [steve.id] }]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(rows()).toHaveLength(3));
  expect(await db.actionItems.count()).toBe(0);

  await user.click(screen.getByRole('button', { name: 'Delete: newer' }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(rows()).toHaveLength(3));
});

test('pressed twice before the row has gone: done once, and undo brings it back', async () => {
  await addPerson(personDraft('Steve Tan'));
  await keepInInbox('1', 'a thought', null);
  await keepInInbox('2', 'another', null);
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: '2 in the inbox' }));
  const press = async (name: string) => {
    const button = await screen.findByRole('button', { name });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull());
    await screen.findByText('Deleted');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name });
  };
  await press('Delete: another');
  // It is there again, and can be deleted again.
  await press('Delete: another');
});

test('with nobody to file with, says how to get somebody', async () => {
  await keepInInbox('1', 'a thought', null);
  const { user, container } = open();
  await user.click(await screen.findByRole('button', { name: '1 in the inbox' }));
  await screen.findByText(/^Add a peer first/);
  expect(screen.queryByRole('button', { name: /^File/ })).toBeNull();
  await expectAccessible(container);
});

test('opens the panel of its window in the click itself, and says so when that fails', async () => {
  const panel = vi.mocked(browser.sidePanel.open);
  panel.mockReset();
  panel.mockRejectedValueOnce(new Error('no gesture'));
  panel.mockResolvedValueOnce(undefined);
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user, onClose, container } = open(7);
  await user.click(screen.getByRole('button', { name: 'Open Peerside' }));
  expect(panel).toHaveBeenCalledWith({ windowId: 7 });
  expect((await screen.findByRole('alert')).textContent).toContain('did not open');
  expect(onClose).not.toHaveBeenCalled();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Open Peerside' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  error.mockRestore();
});

test('a text just kept from a page is taken along, once', async () => {
  await keepSelection({ text: 'a quote', pageUrl: 'https://example.com/plan', pageTitle: undefined });
  const first = open();
  await screen.findByRole('checkbox', { name: 'Take this page along: example.com, 2 words selected' });
  await screen.findByRole('button', { name: '1 in the inbox' });
  await expectAccessible(first.container);
  first.unmount();
  open();
  await screen.findByRole('button', { name: '1 in the inbox' });
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('the textbox has the focus from the start', () => {
  open(undefined);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});
