import { render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useOnLeave } from '../../../components/ui/useOnLeave.ts';
import { useSaveSoon } from '../../../components/ui/useSaveSoon.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function soon(save: () => unknown) {
  let calls = { soon: () => {}, stop: () => {} };
  function Field({ save }: { save: () => unknown }) {
    calls = useSaveSoon(save);
    return null;
  }
  const view = render(<Field save={save} />);
  return {
    ...view,
    soon: () => calls.soon(),
    stop: () => calls.stop(),
    give: (next: () => unknown) => view.rerender(<Field save={next} />),
  };
}

test('however often it is asked for within the pause, it saves once, and again after the next', () => {
  const save = vi.fn();
  const field = soon(save);
  field.soon();
  vi.advanceTimersByTime(150);
  field.soon();
  expect(save).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  expect(save).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(save).toHaveBeenCalledTimes(1);
  field.soon();
  vi.advanceTimersByTime(200);
  expect(save).toHaveBeenCalledTimes(2);
});

test('stopped, it does not save by itself', () => {
  const save = vi.fn();
  const field = soon(save);
  field.soon();
  field.stop();
  vi.advanceTimersByTime(1_000);
  expect(save).not.toHaveBeenCalled();
});

test.each([
  ['hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['closed', () => dispatchEvent(new Event('pagehide'))],
])('the page is %s: at once, and not again after the pause', (_, leave) => {
  const save = vi.fn();
  const field = soon(save);
  field.soon();
  leave();
  expect(save).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(save).toHaveBeenCalledTimes(1);
});

test('taken away or given to something else: the old one is saved at once, and nobody listens any more', () => {
  const [old, next] = [vi.fn(), vi.fn()];
  const field = soon(old);
  field.soon();
  field.give(next);
  expect([old, next].map((save) => save.mock.calls.length)).toEqual([1, 0]);
  field.unmount();
  expect([old, next].map((save) => save.mock.calls.length)).toEqual([1, 1]);
  dispatchEvent(new Event('pagehide'));
  document.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(1_000);
  expect([old, next].map((save) => save.mock.calls.length)).toEqual([1, 1]);
});

test('a page that closes is told apart where that matters', () => {
  const [save, closing] = [vi.fn(), vi.fn()];
  function Field() {
    useOnLeave(save, closing);
    return null;
  }
  render(<Field />);
  dispatchEvent(new Event('pagehide'));
  expect([save, closing].map((each) => each.mock.calls.length)).toEqual([0, 1]);
  document.dispatchEvent(new Event('visibilitychange'));
  expect([save, closing].map((each) => each.mock.calls.length)).toEqual([1, 1]);
});
