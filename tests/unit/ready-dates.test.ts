import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDays } from '../../prep/days.ts';

const TODAY = '2026-11-19';

beforeEach(() => vi.resetModules());
afterEach(() => vi.restoreAllMocks());

test('once dates are ready, no day of a month ago to two months ahead has to make a format', async () => {
  const made = [
    vi.spyOn(Intl, 'DateTimeFormat'),
    vi.spyOn(Intl, 'RelativeTimeFormat'),
    vi.spyOn(Intl, 'PluralRules'),
  ];
  const { readyDates } = await import('../../components/panel/ready-dates.ts');
  const { agoText, dayText, dueSpoken, dueText, fullDay } = await import('../../components/ui/dates.ts');
  const write = () =>
    Array.from({ length: 90 }, (_, index) => addDays(TODAY, index - 30)).map((day) => [
      dueText(day, TODAY),
      dueSpoken(day, TODAY),
      agoText(day, TODAY),
      dayText(day, TODAY),
      fullDay(day),
    ]);
  readyDates(TODAY);
  for (const format of made) {
    expect(format).toHaveBeenCalled();
    format.mockClear();
  }
  expect(new Set(write().map(([due]) => due)).size).toBeGreaterThan(80);
  for (const format of made) expect(format).not.toHaveBeenCalled();
});

test('a language that dates cannot be written in holds nothing up', async () => {
  const format = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(() => {
    throw new RangeError('Incorrect locale information provided');
  });
  const { readyDates } = await import('../../components/panel/ready-dates.ts');
  expect(() => readyDates(TODAY)).not.toThrow();
  expect(format).toHaveBeenCalled();
});
