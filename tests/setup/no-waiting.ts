import { afterEach, beforeEach, vi } from 'vitest';

/*
 * In the tests that import this nothing waits: a timer comes as soon as all that could run before it has. So what other windows
 * are given to let go of the database, a second, is over at once.
 */

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }).setTimerTickMode('nextTimerAsync');
});
afterEach(() => void vi.useRealTimers());
