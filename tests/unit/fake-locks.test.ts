import { expect, test } from 'vitest';
import { fakeLocks } from '../setup/locks.ts';

/** What Node has in the place of the one that the tests put over it. */
const nodes = Reflect.get(Object.getPrototypeOf(navigator), 'locks', navigator) as LockManager;

test.each([
  ['the one of our tests', fakeLocks() as unknown as LockManager],
  ["Node's own", nodes],
])('%s: held until what the callback returns has settled, by one alone, then free', async (_, locks) => {
  const free = { ifAvailable: true };
  const ask = (name = 'a') => locks.request(name, free, (lock) => lock?.name ?? 'taken');
  let letGo = () => {};
  let has = (_: string | undefined) => {};
  const granted = new Promise<string | undefined>((done) => {
    has = done;
  });
  const held = locks.request('a', free, (lock) => {
    has(lock?.name);
    return new Promise<void>((done) => {
      letGo = done;
    });
  });
  expect(await granted).toBe('a');
  expect([await ask(), await ask('b')]).toEqual(['taken', 'b']);
  letGo();
  await held;
  expect(await ask()).toBe('a');
  await expect(locks.request('a', free, () => Promise.reject(new Error('thrown')))).rejects.toThrow('thrown');
  expect(await ask()).toBe('a');
});
