import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../../prep/read-date.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { worked } from '../../setup/worked.ts';

/** A Thursday. */
const TODAY = '2026-11-19';

describe('the date at the end of a text', () => {
  test.each([
    ['send it by Friday', '2026-11-20', 'send it'],
    ['send it by Fri.', '2026-11-20', 'send it'],
    ['send it Friday', '2026-11-20', 'send it'],
    ['send it (by Friday)', '2026-11-20', 'send it'],
    ['send it by next Friday', '2026-11-27', 'send it'],
    ['send it on Monday', '2026-11-23', 'send it'],
    ['send it 24 Nov', '2026-11-24', 'send it'],
    ['send it by Nov 24', '2026-11-24', 'send it'],
    ['send it by November 24th', '2026-11-24', 'send it'],
    ['send it by the 24th', '2026-11-24', 'send it'],
    ['send it by the 3rd', '2026-12-03', 'send it'],
    ['send it due: 2026-12-01', '2026-12-01', 'send it'],
    ['send it tomorrow', '2026-11-20', 'send it'],
    ['send it today', TODAY, 'send it'],
    ['send it the day after tomorrow', '2026-11-21', 'send it'],
    ['send it next week', '2026-11-26', 'send it'],
    ['send it in two weeks', '2026-12-03', 'send it'],
    ['send it by end of month', '2026-11-30', 'send it'],
    ['send it by the end of the month', '2026-11-30', 'send it'],
    ['send it by the 3rd of December', '2026-12-03', 'send it'],
    ['send it by the following Monday', '2026-11-23', 'send it'],
    ['the 3rd of December', '2026-12-03', 'the 3rd of December'],
    ['send it by Friday, 20 November 2026', '2026-11-20', 'send it'],
    ['by Friday', '2026-11-20', ''],
    ['send it by end of day', TODAY, 'send it'],
    ['send it by the end of the day', TODAY, 'send it'],
    ['send it EOD', TODAY, 'send it'],
    ['send it by EOW', '2026-11-20', 'send it'],
    ['send it by the end of the week', '2026-11-20', 'send it'],
    ['send it by EOM', '2026-11-30', 'send it'],
    ['send it by the end of the year', '2026-12-31', 'send it'],
    ['send it in a fortnight', '2026-12-03', 'send it'],
    ['send it by Friday at the latest', '2026-11-20', 'send it'],
    ['send it by 24 Nov latest.', '2026-11-24', 'send it'],
    ['send it 24.11.', '2026-11-24', 'send it'],
    ['send it by 3.2.', '2027-02-03', 'send it'],
    ['send it by 24.11.2026', '2026-11-24', 'send it'],
    ['send it by 29.2.', '2028-02-29', 'send it'],
    ['send it next month', '2026-12-19', 'send it'],
    ['send it in two months', '2027-01-19', 'send it'],
    ['send it by next week Tuesday', '2026-11-24', 'send it'],
    ['send it next week on Friday', '2026-11-27', 'send it'],
    ['send it by Friday next week', '2026-11-27', 'send it'],
  ])('%s', (text, day, rest) => {
    const read = readDate(text, TODAY);
    expect(read?.day).toBe(day);
    expect(text.slice(0, read?.from)).toBe(rest);
    expect(read?.to).toBe(text.length);
  });

  test('without a year it is the next such day; with one it may be past', () => {
    expect(readDate('x due 3 Nov', TODAY)?.day).toBe('2027-11-03');
    expect(readDate('x due 3 Nov 2026', TODAY)?.day).toBe('2026-11-03');
    expect(readDate('x due 2025-01-31', TODAY)?.day).toBe('2025-01-31');
    expect(readDate('x last Friday', TODAY)?.day).toBe('2026-11-13');
  });

  test('in figures it is read as the language writes it', () => {
    expect(readDate('x by 1/12', TODAY, true)?.day).toBe('2026-12-01');
    expect(readDate('x by 1/12', TODAY, false)?.day).toBe('2027-01-12');
  });

  test.each([
    ['book the room for 24 Nov', '2026-11-24'],
    ['ship before Friday', '2026-11-20'],
    ['ship before the 3rd of December', '2026-12-03'],
    ['plan the weekend', '2026-11-21'],
    ['call by Monday 9am', '2026-11-23'],
    ['call tomorrow morning', '2026-11-20'],
    ['book the room before the end of the year', '2026-12-31'],
    ['at the fair 24 Nov - 26 Nov', '2026-11-26'],
  ])('keeps words that say more: %s', (text, day) => {
    expect(readDate(text, TODAY)).toEqual({ day, from: text.length, to: text.length });
  });

  test.each([
    'ask about Friday',
    'move it to Friday',
    'the notes of last Friday',
    'ask about the end of the month',
    'read the notes of the 3rd of December',
    'the cat sat',
    'send part 1/2',
    'school in January',
    'call at 5',
    'see section 3.2.',
    'move to 24.11.',
    'talk about the end of the day',
    'ask for the latest',
    'video codec',
    'ask about 31 Feb',
    'pay 40 Mar',
    'José24 Nov',
    'Ana24 Nov',
    'Jose\u030124 Nov',
    'by Friday we should talk',
    'in a second',
    'Friday is fine with me',
    '',
    '   ',
  ])('is no due date: %s', (text) => {
    expect(readDate(text, TODAY)).toBeUndefined();
  });

  test.each([
    ['send it by 31 Feb', '31 Feb'],
    ['send it by the 31st of November', '31st of November'],
    ['send it Feb 30, 2027', 'Feb 30, 2027'],
    ['send it by 29 Feb 2027', '29 Feb 2027'],
    ['by 2026-02-31', '2026-02-31'],
    ['by 31.2.2027', '31.2.2027'],
  ])('says that there is no such day, and keeps the words: %s', (text, wrong) => {
    expect(readDate(text, TODAY)).toEqual({ day: null, from: text.length, to: text.length, wrong });
    expect(readDate(text.replace(/31|30|29/, '12'), TODAY)?.day).toMatch(/^20/);
  });

  test('says that there is none', () => {
    expect(readDate('send it before Friday no date', TODAY)).toEqual({ day: null, from: 21, to: 29 });
  });

  test('any text: no error, a real day, words that are in the text', () => {
    const words = fc.constantFrom(
      'by',
      'due',
      'Friday',
      '24',
      'Nov',
      'next',
      'week',
      '2026',
      '-',
      '1/2',
      'a',
      '@',
      'tomorrow',
    );
    const text = fc.oneof(
      anyText(),
      fc.array(words).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = readDate(typed, TODAY);
        if (!read) return;
        if (read.day !== null)
          expect(new Date(`${read.day}T00:00Z`).toISOString().slice(0, 10)).toBe(read.day);
        expect(read.from).toBeGreaterThanOrEqual(0);
        expect(read.to).toBe(typed.length);
        expect(read.from).toBeLessThanOrEqual(read.to);
      }),
    );
  });

  test('a long text costs no more than its end', () => {
    const long = `${' '.repeat(50_000)}${'by 1/2 '.repeat(7_000)}`;
    const from = worked();
    for (let time = 0; time < 20; time += 1) readDate(long, TODAY);
    expect(worked() - from).toBeLessThan(1_000);
  });
});
