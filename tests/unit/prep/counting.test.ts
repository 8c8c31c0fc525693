import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counts } from '../../../prep/counting.ts';
import { readIgnored, readLargest } from '../../../prep/read-counting.ts';
import { type Counting, roster } from '../../../prep/roster.ts';
import { type LearntSeries, spot, unknownOther } from '../../../prep/spot.ts';
import { anEvent, aPerson } from '../../fixtures/records.ts';

const own = { emails: ['diane@example.com', 'd.moreau@example.com'], name: 'Diane Moreau' };
const steve = aPerson({ id: 'steve', name: 'Steve Tan' });
const by = (counting: Partial<Counting>) =>
  roster([steve], own, { largestMeeting: 8, ignoredWords: [], ...counting });

/** The user, Steve and others, so many in all. */
const people = (size: number) =>
  ['diane', 'steve', ...Array.from({ length: size - 2 }, (_, index) => `guest-${index}`)].map((name) => ({
    email: `${name}@example.com`,
    name: null,
  }));
const of = (size: number, guestsComplete = true) => anEvent({ guests: people(size), guestsComplete });
const learnt = (size: number, learntFrom: LearntSeries['learntFrom'] = 'guests'): LearntSeries => ({
  personIds: ['steve', ...Array.from({ length: size - 2 }, (_, index) => `peer-${index}`)],
  learntFrom,
});

describe('by its size, of eight at most', () => {
  test.each([
    ['a list of eight', of(8), undefined, true],
    ['a list of nine', of(9), undefined, false],
    ['nine in a list shown in part', of(9, false), undefined, false],
    ['eight in a list shown in part', of(8, false), undefined, true],
    ['no list', anEvent(), undefined, true],
    ['no list, its series was of eight', anEvent(), learnt(8), true],
    ['no list, its series was of nine', anEvent(), learnt(9), false],
    ['a whole list of two, its series was of nine', of(2), learnt(9), true],
    ['a list of two shown in part, its series was of nine', of(2, false), learnt(9), false],
    ['no list, the user answered with nine', anEvent(), learnt(9, 'chosen'), true],
    [
      'eight, one of them by two addresses of the user',
      anEvent({
        guests: [...people(8), { email: 'D.Moreau@example.com', name: null }],
        guestsComplete: true,
      }),
      undefined,
      true,
    ],
    [
      'seven others on a calendar that does not list the user',
      anEvent({ guests: people(8).slice(1), guestsComplete: true }),
      undefined,
      true,
    ],
  ])('%s', (_, event, series, expected) => {
    expect(counts(event, by({}), series)).toBe(expected);
  });
});

describe('by the words of its title', () => {
  test.each([
    ['Standup', ['standup'], false],
    ['STANDUP with Steve', ['standup'], false],
    ['Réunion Steve', ['reunion'], false],
    ['Steve (reunion)', ['Réunion'], false],
    ['Standups', ['standup'], true],
    ['The all-hands of July', ['all hands'], false],
    ['All of us, hands on', ['all hands'], true],
    ['全体会議とSteve', ['全体会議'], false],
    ['Steve', ['standup', 'steve'], false],
    ['Steve', [], true],
    ['', ['standup'], true],
  ])('%j, without %j', (title, ignoredWords, expected) => {
    expect(counts(anEvent({ title }), by({ ignoredWords }))).toBe(expected);
  });

  test('a word or two more never make another meeting count', () => {
    const title = fc
      .array(fc.constantFrom('all', 'hands', 'stand', 'Up', '会議', '-'))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(title, fc.array(title), title, (text, words, more) => {
        const event = anEvent({ title: text });
        const fewer = counts(event, by({ ignoredWords: words }));
        expect(counts(event, by({ ignoredWords: [...words, more] })) && !fewer).toBe(false);
      }),
    );
  });
});

describe('an event that does not count', () => {
  const without = by({ ignoredWords: ['standup'] });
  const standup = anEvent({ title: 'Standup with Steve' });

  test('is with nobody: not by guests, series or title, and nobody in it is offered', () => {
    expect(spot(of(9), without)).toBeUndefined();
    expect(spot(of(8), without)?.rule).toBe('guest');
    expect(spot(anEvent(), without, learnt(9))).toBeUndefined();
    expect(spot(standup, without)).toBeUndefined();
    expect(spot(standup, without, learnt(2))).toBeUndefined();
    const rui = { email: 'rui@example.com', name: 'Rui' };
    const two = { guests: [...people(2).slice(0, 1), rui], guestsComplete: true };
    expect(unknownOther({ ...standup, ...two }, without)).toBeUndefined();
    expect(unknownOther(anEvent(two), without)).toEqual(rui);
  });

  test('is with whom the user answered', () => {
    const answer = { personIds: ['steve'], rule: 'chosen', sure: true };
    expect(spot(of(9), without, learnt(2, 'chosen'))).toEqual(answer);
    expect(spot(standup, without, learnt(2, 'chosen'))).toEqual(answer);
  });
});

describe('what is typed', () => {
  test.each([
    ['8', 8],
    [' 12 ', 12],
    ['١٢', 12],
    ['2', 2],
    ['500', 500],
    ['1', undefined],
    ['501', undefined],
    ['', undefined],
    ['-3', undefined],
    ['2.5', undefined],
    ['8 people', undefined],
    ['9'.repeat(400), undefined],
  ])('%j people are %s', (text, expected) => {
    expect(readLargest(text)).toBe(expected);
  });

  const many = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`);
  test.each([
    ['', { words: [] }],
    [' all  hands \n\nStandup, Réunion;会議', { words: ['all hands', 'Standup', 'Réunion', '会議'] }],
    ['Standup\nSTANDUP', { words: ['Standup'] }],
    ['ok, b', { wrong: 'short', word: 'b' }],
    ['—', { wrong: 'short', word: '—' }],
    ['x'.repeat(101), { wrong: 'long', word: 'x'.repeat(101) }],
    [many(100).join(), { words: many(100) }],
    [many(101).join(), { wrong: 'many' }],
  ])('%j as words', (text, expected) => {
    expect(readIgnored(text)).toEqual(expected);
  });
});
