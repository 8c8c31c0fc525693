import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { Section } from '../../../components/brief/Section.tsx';
import { AddLine } from '../../../components/ui/AddLine.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { expectAccessible } from '../../setup/components.ts';

/** A window with the same section open, apart from the others in the document. */
function open(onAdd: (text: string) => Promise<string | undefined> = async () => undefined) {
  const view = render(
    <ToastProvider>
      <div>
        <Section
          heading="To raise"
          count={0}
          addLabel="Add a topic"
          empty="Nothing."
          draft="topic steve"
          renderAdd={(adding) => <AddLine label="New topic" {...adding} onAdd={onAdd} />}
        >
          {null}
        </Section>
      </div>
    </ToastProvider>,
  );
  const here = within(view.container as HTMLElement);
  return {
    ...view,
    plus: () => here.getByRole('button', { name: 'Add a topic' }),
    line: () => here.queryByRole<HTMLInputElement>('textbox', { name: 'New topic' }),
    field: () => here.findByRole<HTMLInputElement>('textbox', { name: 'New topic' }),
  };
}

const kept = async () => Object.values(await browser.storage.local.get(null));

test('two windows with the same section: both lines are kept, and offered again in the order of their places', async () => {
  const user = userEvent.setup();
  const [one, two] = [open(), open()];
  await user.click(one.plus());
  await user.type(await one.field(), 'from one');
  await user.click(two.plus());
  await user.type(await two.field(), 'from two');
  await waitFor(async () => expect(await kept()).toEqual(['from one', 'from two']));
  one.unmount();
  two.unmount();

  const onAdd = vi.fn(async (_: string) => undefined);
  const next = open(onAdd);
  const first = await next.field();
  expect(first.value).toBe('from one');
  expect(document.activeElement).not.toBe(first);
  await expectAccessible(next.container);
  // Added, and left empty: the other one follows.
  await user.type(first, '{Enter}');
  await waitFor(() => expect(onAdd).toHaveBeenCalledExactlyOnceWith('from one'));
  await waitFor(async () => expect(await kept()).toEqual(['from two']));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(next.line()?.value).toBe('from two'));
  await user.type(await next.field(), '{Enter}');
  await waitFor(async () => expect(await kept()).toEqual([]));
  expect(onAdd.mock.calls).toEqual([['from one'], ['from two']]);
});

test('a line that is open in one window is not shown in another, which keeps its own beside it', async () => {
  const user = userEvent.setup();
  const one = open();
  await user.click(one.plus());
  await user.type(await one.field(), 'half');
  await waitFor(async () => expect(await kept()).toEqual(['half']));
  const two = open();
  await user.click(two.plus());
  expect((await two.field()).value).toBe('');
  await user.type(await two.field(), 'mine{Escape}');
  await waitFor(async () => expect(await kept()).toEqual(['half']));
  expect(one.line()?.value).toBe('half');
  await expectAccessible(two.container);
});

test('three windows that are there again: each shows another line', async () => {
  await browser.storage.local.set({
    'draft topic steve': 'a',
    'draft topic steve 2': 'b',
    'draft topic steve 5': 'c',
  });
  const windows = [open(), open(), open()];
  const values = await Promise.all(windows.map(async (one) => (await one.field()).value));
  expect(values.sort()).toEqual(['a', 'b', 'c']);
  await expectAccessible(windows[0]!.container);
});

test('opened by its button before the place is known: what is typed and added stays, and an old line comes after it', async () => {
  const user = userEvent.setup();
  await browser.storage.local.set({ 'draft topic steve': 'old' });
  const onAdd = vi.fn(async (_: string) => undefined);
  const one = open(onAdd);
  one.plus().click();
  const field = await one.field();
  await user.type(field, 'new{Enter}');
  await waitFor(() => expect(onAdd).toHaveBeenCalledExactlyOnceWith('new'));
  await waitFor(() => expect(field.value).toBe(''));
  expect(await kept()).toEqual(['old']);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(one.line()?.value).toBe('old'));
  await expectAccessible(one.container);
});

test('typed while no place can be had, it is kept once one can', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const user = userEvent.setup();
  const one = open();
  const request = vi.spyOn(navigator.locks, 'request').mockRejectedValue(new Error('not now'));
  await user.click(one.plus());
  await user.type(await one.field(), 'half');
  expect(one.line()?.value).toBe('half');
  request.mockRestore();
  await waitFor(async () => expect(await kept()).toEqual(['half']));
  await expectAccessible(one.container);
});

test('the last letter before a window closes is handed over at once', async () => {
  const user = userEvent.setup();
  const one = open();
  await user.click(one.plus());
  await user.type(await one.field(), 'half');
  await waitFor(async () => expect(await kept()).toEqual(['half']));
  await user.type(await one.field(), ' a line');
  const set = vi.spyOn(browser.storage.local, 'set');
  dispatchEvent(new Event('pagehide'));
  expect(set).toHaveBeenCalledWith({ 'draft topic steve': 'half a line' });
  dispatchEvent(new Event('pageshow'));
  await expectAccessible(one.container);
});

test('taken back with no line open: it is there again; with its section gone: at the next opening', async () => {
  const user = userEvent.setup();
  const one = open();
  await user.click(one.plus());
  await user.type(await one.field(), 'half{Escape}');
  expect(one.line()).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(one.line()?.value).toBe('half'));
  await expectAccessible(one.container);
  one.unmount();
  expect((await open().field()).value).toBe('half');
});
