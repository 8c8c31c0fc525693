import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { AddLine } from '../../../components/ui/AddLine.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { takeBegunLine } from '../../../storage/draft-lines.ts';
import { readDraft } from '../../../storage/drafts.ts';
import { expectAccessible } from '../../setup/components.ts';

function show(props: Partial<Parameters<typeof AddLine>[0]> = {}) {
  const onAdd = vi.fn(async (_: string): Promise<string | undefined> => undefined);
  const onClose = vi.fn();
  const user = userEvent.setup();
  const view = render(
    <main>
      <AddLine label="New line" onAdd={onAdd} onClose={onClose} {...props}>
        <button type="button">Inside</button>
      </AddLine>
      <button type="button">Outside</button>
    </main>,
  );
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'New line' });
  return { ...view, user, field, onAdd, onClose };
}

test('has the focus, adds by Enter and stays for the next', async () => {
  const { user, field, onAdd, container } = show();
  expect(document.activeElement).toBe(field);
  await user.keyboard('one{Enter}');
  await waitFor(() => expect(field.value).toBe(''));
  await user.keyboard('two{Enter}');
  await waitFor(() => expect(onAdd.mock.calls).toEqual([['one'], ['two']]));
  await expectAccessible(container);
});

test('Enter that ends the composing of a word is not yet the end of the line', async () => {
  const { field, onAdd, container } = show();
  fireEvent.input(field, { target: { value: 'かな' } });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(onAdd).not.toHaveBeenCalled();
  await expectAccessible(container);
});

test('what stands below belongs to the line: it stays open, Enter adds, Esc closes', async () => {
  const { user, onAdd, onClose, container } = show();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Inside' }));
  expect(onClose).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledExactlyOnceWith(true);
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'from below' } });
  screen.getByRole('button', { name: 'Inside' }).focus();
  fireEvent.keyDown(screen.getByRole('button', { name: 'Inside' }), { key: 'Enter' });
  await waitFor(() => expect(onAdd).toHaveBeenCalledWith('from below'));
  await expectAccessible(container);
});

test('left empty it closes: by Tab at once, by a pointer when that is up again', async () => {
  const { user, onClose, container } = show();
  await user.tab();
  await user.tab();
  expect(onClose).toHaveBeenCalledExactlyOnceWith(false);
  screen.getByRole('textbox').focus();
  await user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('button', { name: 'Outside' }) });
  expect(onClose).toHaveBeenCalledOnce();
  await user.pointer({ keys: '[/MouseLeft]' });
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(2));
  await expectAccessible(container);
});

test('left with words it stays', async () => {
  const { user, onClose, field, container } = show();
  await user.keyboard('words');
  await user.click(screen.getByRole('button', { name: 'Outside' }));
  await new Promise((done) => setTimeout(done, 10));
  expect(onClose).not.toHaveBeenCalled();
  expect(field.value).toBe('words');
  await expectAccessible(container);
});

test('what cannot be added is said at the line, which stays', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const onAdd = vi
    .fn<(text: string) => Promise<string | undefined>>()
    .mockResolvedValueOnce('It needs a verb.')
    .mockRejectedValueOnce(new Error('disk full'));
  const { user, field, container } = show({ onAdd });
  await user.keyboard('the plan{Enter}');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('It needs a verb.');
  expect([field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby')]).toEqual([
    'true',
    alert.id,
  ]);
  await expectAccessible(container);
  await user.keyboard('{Enter}');
  await screen.findByText(/^Not stored/);
  expect(field.value).toBe('the plan');
});

test('a line begun is kept as it is typed, at once when it is taken away, and given up by Esc', async () => {
  const first = show({ draft: 'line' });
  await first.user.keyboard('half');
  first.unmount();
  const begun = await takeBegunLine('line');
  expect(begun?.begun).toBe('half');
  const { user, field, container, onClose } = show({ draft: 'line', begun });
  expect(field.value).toBe('half');
  expect(document.activeElement).not.toBe(field);
  await expectAccessible(container);
  await user.type(field, '{Escape}');
  expect(onClose).toHaveBeenCalledWith(true);
  await waitFor(async () => expect(await readDraft('line')).toBeUndefined());
});

test('what Esc gives up is offered back, with its words', async () => {
  const user = userEvent.setup();
  const onReopen = vi.fn();
  function Line() {
    const [open, setOpen] = useState(true);
    const line = { label: 'New line', draft: 'line', onAdd: async () => undefined, onReopen };
    return open ? <AddLine {...line} onClose={() => setOpen(false)} /> : null;
  }
  const { container } = render(
    <ToastProvider>
      <main>
        <Line />
      </main>
    </ToastProvider>,
  );
  await user.keyboard('half a line{Escape}');
  expect(await screen.findByText('Not added: half a line')).toBeDefined();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(onReopen).toHaveBeenCalledOnce());
  expect((await takeBegunLine('line'))?.begun).toBe('half a line');
});

test('Esc on an empty line says nothing', async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const { container } = render(
    <ToastProvider>
      <main>
        <AddLine label="New line" onAdd={async () => undefined} onClose={onClose} />
      </main>
    </ToastProvider>,
  );
  await user.keyboard('  {Escape}');
  expect(onClose).toHaveBeenCalledExactlyOnceWith(true);
  expect(screen.queryByText(/Not added/)).toBeNull();
  await expectAccessible(container);
});
