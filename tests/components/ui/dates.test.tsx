import { describe, expect, test } from 'vitest';
import {
  agoText,
  dayText,
  dueSpoken,
  dueText,
  fullDay,
  namesText,
  soonText,
  timeText,
} from '../../../components/ui/dates.ts';

const TODAY = '2026-11-19';
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

describe('when something is due', () => {
  test.each([
    ['2026-11-13', '6 days late', '6 days late'],
    ['2026-11-18', '1 day late', '1 day late'],
    ['2026-11-19', 'Today', 'due today'],
    ['2026-11-20', 'Fri 20', 'due Friday, 20 November 2026'],
    ['2026-11-25', 'Wed 25', 'due Wednesday, 25 November 2026'],
    ['2026-11-26', '26 Nov', 'due Thursday, 26 November 2026'],
    ['2027-01-05', '5 Jan', 'due Tuesday, 5 January 2027'],
    ['2027-06-01', '1 Jun 2027', 'due Tuesday, 1 June 2027'],
  ])('%s: %s', (due, text, spoken) => {
    expect(dueText(due, TODAY)).toBe(text);
    // Whether a comma follows the weekday is the browser's to say.
    expect(dueSpoken(due, TODAY).replace(',', '')).toBe(spoken.replace(',', ''));
  });

  test('no day', () => {
    expect(dueSpoken(null, TODAY)).toBe('no date');
  });
});

test('days of instants are those of the user’s own zone', () => {
  const late = at(18, 23, 59).toISOString();
  expect(agoText(late, TODAY)).toBe('yesterday');
  expect(dayText(late, TODAY)).toBe('18 Nov');
  expect(fullDay(late)).toMatch(/^Wednesday,? 18 November 2026$/);
  expect(timeText(late)).toBe('23:59');
});

test.each([
  [at(19, 14), 'in 12\u00a0min'],
  [at(19, 14, 47), 'in 59\u00a0min'],
  [at(19, 14, 48), 'in 1\u00a0h'],
  [at(19, 16, 30), 'in 2\u00a0h\u00a042'],
  [at(20, 1, 48), 'in 12\u00a0h'],
  [at(20, 1, 49), undefined],
  [at(19, 13, 48), undefined],
  [at(19, 13), undefined],
])('how soon %s is', (start, words) => {
  expect(soonText(start.toISOString(), at(19, 13, 48))).toBe(words);
});

test('names joined as the language does', () => {
  expect([[], ['Ana'], ['Ana', 'Pedro'], ['Ana', 'Pedro', 'Steve']].map(namesText)).toEqual([
    '',
    'Ana',
    'Ana and Pedro',
    'Ana, Pedro and Steve',
  ]);
});
