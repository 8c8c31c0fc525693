import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { updateWhenIdle } from '../../../storage/update.ts';

const runtime = browser.runtime as unknown as Record<string, unknown>;
let available: () => void;
let open: unknown[];
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockReset();
  open = [];
  Object.assign(runtime, {
    onUpdateAvailable: {
      addListener: (listener: () => void) => {
        available = listener;
      },
    },
    getContexts: async () => open,
    reload,
  });
  return () => vi.useRealTimers();
});

test('comes in at once when no window is open, after a copy of what there is', async () => {
  const order: string[] = [];
  reload.mockImplementation(() => order.push('reload'));
  updateWhenIdle(async () => order.push('copy'));
  expect(order).toEqual([]);
  available();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(order).toEqual(['copy', 'reload']);
});

test('waits until the last window is closed', async () => {
  open = [{ contextType: 'SIDE_PANEL' }];
  updateWhenIdle(async () => {});
  available();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(reload).not.toHaveBeenCalled();
  open = [];
  await vi.advanceTimersByTimeAsync(21_000);
  expect(reload).toHaveBeenCalledOnce();
});

test('a window opened during the copy holds it up again; a copy that fails does not', async () => {
  updateWhenIdle(async () => {
    open = [{ contextType: 'POPUP' }];
    throw new Error('the disk is full');
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  available();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(reload).not.toHaveBeenCalled();
  expect(console.error).toHaveBeenCalled();
});
