import { afterAll, beforeAll } from 'vitest';

/*
 * Passphrases are stretched by a hundred rounds in the tests that import this: they are about what is locked, not about how long
 * guessing takes. Files and locks keep saying how many rounds they ask for; tests/unit/storage/locked-files.test.ts goes through all.
 */

const own = { deriveKey: crypto.subtle.deriveKey, deriveBits: crypto.subtle.deriveBits };

const fewer = <A>(algorithm: A): A =>
  typeof algorithm === 'object' && algorithm !== null && 'iterations' in algorithm
    ? { ...algorithm, iterations: 100 }
    : algorithm;

beforeAll(() => {
  const subtle: SubtleCrypto = crypto.subtle;
  subtle.deriveKey = (algorithm, ...rest) => own.deriveKey.call(subtle, fewer(algorithm), ...rest);
  subtle.deriveBits = (algorithm, ...rest) => own.deriveBits.call(subtle, fewer(algorithm), ...rest);
});
afterAll(() => {
  Object.assign(crypto.subtle, own);
});
