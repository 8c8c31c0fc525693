import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ToastProvider, useToast } from '../../../components/ui/Toast.tsx';
import { expectAccessible } from '../../setup/components.ts';

// A page has fetched it long before anything is said.
beforeAll(async () => void (await import('../../../components/ui/ToastBox.tsx')));
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function Page({ undo }: { undo: () => Promise<void> }) {
  const say = useToast();
  return (
    <main>
      <button type="button" onClick={() => say('Dropped: <b>this</b>', undo)}>
        Drop
      </button>
      <button type="button" onClick={() => say('Only said')}>
        Say
      </button>
    </main>
  );
}

function show(undo = vi.fn(async () => {})) {
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const view = render(
    <ToastProvider>
      <Page undo={undo} />
    </ToastProvider>,
  );
  const press = async (name: string) => {
    await user.click(screen.getByRole('button', { name }));
    if (name !== 'Undo') await screen.findByText(name === 'Drop' ? 'Dropped: <b>this</b>' : 'Only said');
  };
  return { ...view, user, undo, press };
}

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const toast = () => screen.queryByText('Dropped: <b>this</b>');

test('says what was done for ten seconds, and takes it back once', async () => {
  const { press, undo, container } = show();
  await press('Drop');
  expect(screen.getByRole('status').contains(toast())).toBe(true);
  await expectAccessible(container);
  await pass(9_000);
  expect(toast()).not.toBeNull();
  await press('Undo');
  expect(undo).toHaveBeenCalledOnce();
  await waitFor(() => expect(toast()).toBeNull());
  await press('Drop');
  await pass(11_000);
  expect(toast()).toBeNull();
  expect(undo).toHaveBeenCalledOnce();
});

test('stays while it is pointed at or has the focus', async () => {
  const { press, user, container } = show();
  await press('Drop');
  await user.hover(toast()!);
  await pass(60_000);
  expect(toast()).not.toBeNull();
  await user.unhover(toast()!);
  await press('Drop');
  await user.keyboard('{F6}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
  await pass(60_000);
  expect(toast()).not.toBeNull();
  await expectAccessible(container);
  await user.keyboard('{Shift>}{Tab}{/Shift}');
  await pass(11_000);
  expect(toast()).toBeNull();
});

test('F6 leads to it, and after undo the focus is where it came from', async () => {
  const { press, user, undo, container } = show();
  await user.keyboard('{F6}');
  await press('Drop');
  const from = screen.getByRole('button', { name: 'Drop' });
  expect(document.activeElement).toBe(from);
  await user.keyboard('{F6}{Enter}');
  await waitFor(() => expect(undo).toHaveBeenCalledOnce());
  await waitFor(() => expect(document.activeElement).toBe(from));
  await expectAccessible(container);
});

test('a later one takes its place, with its own ten seconds', async () => {
  const { press, container } = show();
  await press('Drop');
  await pass(9_000);
  await press('Say');
  expect(toast()).toBeNull();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await pass(9_000);
  expect(screen.queryByText('Only said')).not.toBeNull();
  await pass(2_000);
  expect(screen.queryByText('Only said')).toBeNull();
  await expectAccessible(container);
});

test('an undo that fails is said, and stays open', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const undo = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('disk full')).mockResolvedValue();
  const { press, container } = show(undo);
  await press('Drop');
  await press('Undo');
  await screen.findByText(/^Not stored; what was there is unchanged/);
  await expectAccessible(container);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(undo).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(screen.queryByText(/^Not stored/)).toBeNull());
});

test('it can be put away, and the focus is where it came from', async () => {
  const { press, user, undo, container } = show();
  await press('Drop');
  const from = screen.getByRole('button', { name: 'Drop' });
  await user.keyboard('{F6}{Tab}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Put this message away' }));
  await expectAccessible(container);
  await user.keyboard('{Enter}');
  expect(toast()).toBeNull();
  expect(document.activeElement).toBe(from);
  expect(undo).not.toHaveBeenCalled();
});

test('the pointer that leaves it does not end the time of one who is in it with the keyboard', async () => {
  const { press, user, container } = show();
  await press('Drop');
  await user.keyboard('{F6}');
  await user.hover(toast()!);
  await user.unhover(toast()!);
  await pass(60_000);
  expect(toast()).not.toBeNull();
  await expectAccessible(container);
});

test.each([
  ['under it', { top: 680, bottom: 712 }, true],
  ['beside it', { top: 680, bottom: 712, left: 60, right: 90 }, false],
  ['above it', { top: 500, bottom: 532 }, false],
  ['below it, in the foot', { top: 730, bottom: 762 }, false],
  ['a long text that reaches under it', { top: 200, bottom: 690 }, true],
])('what has the focus is not hidden: %s', async (_, rect, top) => {
  const { press, container } = show();
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  await press('Drop');
  const place = toast()!.closest('[role=status]')!.firstElementChild!;
  const used = screen.getByRole('button', { name: 'Say' });
  vi.spyOn(used, 'getBoundingClientRect').mockReturnValue({ left: 10, right: 60, ...rect } as DOMRect);
  vi.spyOn(place.firstElementChild!, 'getBoundingClientRect').mockReturnValue({
    left: 0,
    right: 50,
  } as DOMRect);
  used.focus();
  expect(place.hasAttribute('data-top')).toBe(top);
  document.body.focus();
  screen.getByRole('button', { name: 'Drop' }).focus();
  expect(place.hasAttribute('data-top')).toBe(false);
  await expectAccessible(container);
});

test('a line for an answer that comes into the row that was ticked is not hidden either', async () => {
  const { press, container } = show();
  const list = document.createElement('ul');
  list.innerHTML = '<li><input type="checkbox" class="tick" aria-label="Asked" /></li>';
  container.append(list);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  await press('Drop');
  const place = toast()!.closest('[role=status]')!.firstElementChild!;
  const row = list.firstElementChild!;
  const tick = row.querySelector('input')!;
  const at = (bottom: number) => ({ left: 0, right: 50, top: 640, bottom }) as DOMRect;
  vi.spyOn(tick, 'getBoundingClientRect').mockReturnValue(at(660));
  const rect = vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(at(660));
  vi.spyOn(place.firstElementChild!, 'getBoundingClientRect').mockReturnValue(at(712));
  tick.focus();
  expect(place.hasAttribute('data-top')).toBe(false);
  rect.mockReturnValue(at(700));
  row.append(document.createElement('p'));
  await waitFor(() => expect(place.hasAttribute('data-top')).toBe(true));
  await expectAccessible(container);
});
