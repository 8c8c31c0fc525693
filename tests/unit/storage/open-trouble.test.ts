import { expect, test, vi } from 'vitest';
import { db, openDatabase } from '../../../storage/db.ts';
import { databaseTrouble } from '../../../storage/db-trouble.ts';
import { isRefused } from '../../../storage/open-trouble.ts';

/** As the browsers throw them. */
test.each([
  [
    'Firefox, private window or no history',
    new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    ),
    true,
  ],
  ['blocked site data', new DOMException('The operation is insecure.', 'SecurityError'), true],
  [
    'blocked by a policy',
    new DOMException('access to the Indexed Database API is denied in this context.', 'UnknownError'),
    true,
  ],
  ['a name alone', new DOMException('', 'SecurityError'), true],
  ['a disk that fails', new DOMException('Internal error opening backing store', 'UnknownError'), false],
])('opening throws nothing, and what refuses is told from what fails: %s', async (_, error, refused) => {
  db.close({ disableAutoOpen: false });
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw error;
  });
  await openDatabase();
  expect(databaseTrouble()?.kind).toBe('failed');
  expect(isRefused(databaseTrouble()?.detail ?? '')).toBe(refused);
});
