import type { StandInEvent } from '../events.ts';
import { addMonths, dayKey, daysBetween, daysFrom } from './days.ts';
import { attributes, escapeHtml } from './html.ts';
import { type MarkupOptions, settle } from './setting.ts';
import { dayPart, digits } from './speak.ts';

/** The grids of the year of `options.day`: a month each, days that open their list when pressed, and no event. */
export function yearHtml(_events: readonly StandInEvent[], options: MarkupOptions = {}): string {
  const setting = settle(options);
  const january = `${setting.day.slice(0, 4)}-01-01`;
  const months = Array.from({ length: 12 }, (_, index) => {
    const first = addMonths(january, index);
    const days = daysFrom(first, daysBetween(first, addMonths(first, 1)));
    const cells = days.map(
      (day) =>
        `<div role="gridcell" class="yearDay"${attributes({ 'data-datekey': dayKey(day) })}>${escapeHtml(digits(Number(day.slice(8)), setting))}</div>`,
    );
    return `<section><h2>${escapeHtml(dayPart(first, setting, { month: 'long' }))}</h2><div role="grid"><div role="row">${cells.join('')}</div></div></section>`;
  });
  return `<div class="year">${months.join('')}</div>`;
}
