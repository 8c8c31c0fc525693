import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOver } from '../../../prep/close-out.ts';
import { offeredTrust } from '../../../prep/openness.ts';
import { type RecapInput, recapLines } from '../../../prep/recap.ts';

const promise = (change: Partial<RecapInput['promises'][number]> = {}) => ({
  owner: 'me' as const,
  personIds: ['steve'],
  text: 'Send the launch calendar',
  due: '2026-11-20',
  state: 'open' as const,
  ...change,
});
const all: RecapInput = {
  agreed: ' One bug board until Christmas ',
  againOn: '2026-12-17',
  sleepOnIt: true,
  promises: [promise({ owner: 'both', text: 'Draft a checklist', due: null }), promise()],
  nextOn: '2026-12-03',
};

describe('the recap', () => {
  test('may hold these lines with these parts, in this order, and nothing else', () => {
    const lines = recapLines(all);
    expect(lines.map((line) => [line.kind, ...Object.keys(line).filter((key) => key !== 'kind')])).toEqual([
      ['agreed', 'text'],
      ['again', 'day'],
      ['sleep-on-it'],
      ['promise', 'owner', 'personIds', 'text', 'due'],
      ['promise', 'owner', 'personIds', 'text', 'due'],
      ['next', 'day'],
    ]);
    expect(lines[3]).toMatchObject({ owner: 'me' });
  });

  test('takes nothing from whatever else it is handed', () => {
    const secret = {
      notes: 'SECRET',
      each: 'SECRET',
      fact: 'SECRET',
      answers: ['SECRET'],
      goal: 'SECRET',
    };
    const more = { ...all, ...secret, promises: [{ ...promise(), ...secret }] };
    expect(JSON.stringify(recapLines(more))).not.toContain('SECRET');
  });

  test.each<[string, Partial<RecapInput>]>([
    [
      'nothing was said',
      { agreed: '  ', againOn: '2026-12-17', sleepOnIt: false, promises: [], nextOn: null },
    ],
    [
      'a promise was dropped or is empty',
      {
        agreed: '',
        sleepOnIt: false,
        promises: [promise({ state: 'dropped' }), promise({ text: ' ' })],
        nextOn: null,
      },
    ],
  ])('is empty when %s', (_, change) => {
    expect(recapLines({ ...all, ...change })).toEqual([]);
  });
});

const at = (text: string) => `2026-11-19T${text}:00.000Z`;

test.each([
  ['before its end', at('14:00'), at('14:30'), at('14:29'), false],
  ['at its end', at('14:00'), at('14:30'), at('14:30'), true],
  ['half an hour after a start without an end', at('14:00'), null, at('14:30'), true],
  ['before that', at('14:00'), null, at('14:29'), false],
  ['without a time', null, null, at('14:30'), false],
])('closing out is offered: %s', (_, start, end, now, offered) => {
  expect(isOver({ start, end, closing: null }, now)).toBe(offered);
});

test('closing out is not offered twice', () => {
  const closing = {
    at: at('14:31'),
    sleepOnIt: false,
    each: {},
    nextOn: null,
    decisionId: null,
    factId: null,
    itemIds: {},
  };
  expect(isOver({ start: at('14:00'), end: at('14:30'), closing }, at('15:00'))).toBe(false);
});

describe('a move of the trust level', () => {
  test.each([
    [['more', 'more', 'more'], 'new', 'working'],
    [['more', null, 'more', 'more', 'same'], 'working', 'trusted'],
    [['more', 'more'], 'new', undefined],
    [['more', 'more', 'same', 'more'], 'new', undefined],
    [['more', 'more', 'more', 'more'], 'new', undefined],
    [['same', 'more', 'more', 'more'], 'new', undefined],
    [['more', 'more', 'more'], 'trusted', undefined],
    [[], 'new', undefined],
  ] as const)('after %j at %s: %s', (said, trust, wanted) => {
    expect(offeredTrust(said, trust)).toBe(wanted);
  });

  test('is never offered after a meeting that was not more open', () => {
    const word = fc.constantFrom('more' as const, 'same' as const, 'less' as const, null);
    fc.assert(
      fc.property(fc.array(word), (said) => {
        if (offeredTrust(said, 'new')) expect(said.find((one) => one !== null)).toBe('more');
      }),
    );
  });
});
