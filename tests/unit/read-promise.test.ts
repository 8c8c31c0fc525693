import { expect, test } from 'vitest';
import { readPromise } from '../../components/capture/read-promise.ts';

test.each([
  ['send the plan by 24 Nov', undefined, 'Send the plan', '2026-11-24'],
  ['send the plan', undefined, 'Send the plan', null],
  ['[] send the plan', 'me', 'Send the plan', null],
  ['they: send the plan tomorrow', 'them', 'Send the plan', '2026-11-20'],
  ['both: write it', 'both', 'Write it', null],
  ['? ask about it', undefined, '? ask about it', null],
  ['  ', undefined, '', null],
  ['by Friday', undefined, '', '2026-11-20'],
])('a line of the promises in the brief: %s', async (line, owner, text, due) => {
  expect(await readPromise(line, '2026-11-19')).toEqual({ owner, text, due });
});
