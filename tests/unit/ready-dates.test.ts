import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDays } from '../../prep/days.ts';

const TODAY = '2026-11-19';

beforeEach(() => vi.resetModules());
afterEach(() => vi.restoreAllMocks());

test('once dates are ready, none of those that a brief writes has to make a format', async () => {
  const made = [vi.spyOn(Intl, 'DateTimeFormat'), vi.spyOn(Intl, 'RelativeTimeFormat')];
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
