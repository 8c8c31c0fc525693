import { expect, test, vi } from 'vitest';
import { db, openDatabase } from '../../../storage/db.ts';
import { databaseTrouble, openTrouble } from '../../../storage/db-trouble.ts';

/** As the browsers throw them, and as Dexie hands them on. */
const mutation = 'A mutation operation was attempted on a database that did not allow mutations.';
test.each([
  ['Firefox, private window or no history', new DOMException(mutation, 'InvalidStateError'), 'refused'],
  [
    'the same through Dexie',
    Object.assign(new Error(`InvalidStateError ${mutation}`), { name: 'InvalidStateError' }),
    'refused',
  ],
  ['blocked site data', new DOMException('The operation is insecure.', 'SecurityError'), 'refused'],
  [
    'wrapped',
    Object.assign(new Error('open failed'), {
      name: 'OpenFailedError',
      inner: new DOMException(
        'access to the Indexed Database API is denied in this context.',
        'UnknownError',
      ),
    }),
    'refused',
  ],
  ['no IndexedDB', Object.assign(new Error('IndexedDB API missing'), { name: 'MissingAPIError' }), 'refused'],
  ['a disk that fails', new DOMException('Internal error opening backing store', 'UnknownError'), 'failed'],
  ['nothing known', undefined, 'failed'],
  ['a text', 'oh', 'failed'],
])('%s', (_, error, kind) => {
  expect(openTrouble(error)).toBe(kind);
});

test('an error that names itself as its cause ends', () => {
  const error: Error & { inner?: unknown } = new Error('round');
  error.inner = error;
  expect(openTrouble(error)).toBe('failed');
});

test('opening says that the browser refuses, and throws nothing', async () => {
  db.close({ disableAutoOpen: false });
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  await openDatabase();
  expect(databaseTrouble()?.kind).toBe('refused');
});
