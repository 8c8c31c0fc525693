import { expect, test } from 'vitest';
import { readPromise } from '../../components/capture/read-promise.ts';
import { ADDED } from '../../prep/records/added.ts';
import { personDraft } from '../../storage/people.ts';
import { newRecord } from '../../storage/record.ts';

test.each([
  ['send the plan by 24 Nov', undefined, 'Send the plan', '2026-11-24'],
  ['send the plan', undefined, 'Send the plan', null],
  ['[] send the plan', 'me', 'Send the plan', null],
  ['they: send the plan tomorrow', 'them', 'Send the plan', '2026-11-20'],
  ['both: write it', 'both', 'Write it', null],
  ['? ask about it', undefined, '? ask about it', null],
  ['[] @steve write the RFC tomorrow', 'them', 'Write the RFC', '2026-11-20'],
  ['@steve: write the RFC tomorrow', undefined, 'Write the RFC', '2026-11-20'],
  ['[] ask @steve about it', 'me', 'Ask steve about it', null],
  ['  ', undefined, '', null],
  ['by Friday', undefined, '', '2026-11-20'],
])('a line of the promises in the brief: %s', async (line, owner, text, due) => {
  expect(await readPromise(line, '2026-11-19')).toEqual({ owner, text, due, noDay: '' });
});

test('names in a line are spelled as the peers spell them', async () => {
  const people = [personDraft('Ana Lima'), personDraft('Ana Costa'), personDraft('Steve Tan')];
  const named = people.map((person, index) => ({
    ...ADDED.people,
    ...person,
    ...newRecord(new Date()),
    id: String(index),
  }));
  const read = async (line: string) => (await readPromise(line, '2026-11-19', async () => named)).text;
  expect(await read('[] @ana send it to @steve by Friday')).toBe('Send it to Steve');
  expect(await read('send it to @ana by Friday')).toBe('Send it to Ana');
  expect(await read('read https://x.y/@steve/z by Monday')).toBe('Read https://x.y/@steve/z');
});

test('a day that there is not is named, and the words stay', async () => {
  expect(await readPromise('send the plan by 31 Feb', '2026-11-19')).toMatchObject({
    due: null,
    noDay: '31 Feb',
  });
});
