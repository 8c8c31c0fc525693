import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onFirstPaint } from '../../../components/ui/first-paint.ts';
import { nextFrame } from '../../../components/ui/next-frame.ts';
import { pageRoot } from '../../../components/ui/page-root.ts';

let paint: (name: string) => void;
const disconnect = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  disconnect.mockClear();
  class Observer {
    constructor(told: (list: unknown) => void) {
      paint = (name) => told({ getEntriesByName: (asked: string) => (asked === name ? [{}] : []) });
    }
    observe() {}
    disconnect = disconnect;
  }
  vi.stubGlobal('PerformanceObserver', Observer);
});
afterEach(() => {
  // Stubs first: one that was made over the false clock would put that clock's functions back.
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the paint of an empty page is not waited for, that of the first content is, once', () => {
  const done = vi.fn();
  onFirstPaint(done);
  paint('first-paint');
  expect(done).not.toHaveBeenCalled();
  paint('first-contentful-paint');
  expect(done).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(done).toHaveBeenCalledOnce();
  expect(disconnect).toHaveBeenCalled();
});

test('a page that is never painted goes on all the same', () => {
  const done = vi.fn();
  onFirstPaint(done);
  vi.advanceTimersByTime(199);
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(done).toHaveBeenCalledOnce();
});

test('without frames the next one comes by the clock', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const next = nextFrame();
  await vi.advanceTimersByTimeAsync(60);
  await next;
});

test('a script that runs ahead of its page waits for the place to draw into', async () => {
  document.body.replaceChildren();
  const loading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
  let root: HTMLElement | undefined;
  const found = pageRoot().then((it) => (root = it));
  await vi.advanceTimersByTimeAsync(10);
  expect(root).toBeUndefined();
  document.body.innerHTML = '<div id="app"></div>';
  loading.mockReturnValue('interactive');
  document.dispatchEvent(new Event('readystatechange'));
  expect((await found).id).toBe('app');
  loading.mockRestore();
});
