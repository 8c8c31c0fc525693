import { addDays } from '../../prep/days.ts';
import { agoText, dueSpoken, dueText, timeText } from '../ui/dates.ts';

/**
 * Makes what most days of a brief are written with, and has the browser load our words: for a page that waits for its
 * database. The first of each takes long: made when the brief is drawn they came to 10 of the 140 ms until a panel
 * stands on the screen. `today`: ISO day. Never throws.
 */
export function readyDates(today: string): void {
  try {
    // What is late, near or far off is written in different forms.
    for (const day of [addDays(today, -1), addDays(today, 1), addDays(today, 30)]) {
      dueText(day, today);
      dueSpoken(day, today);
    }
    agoText(today, today);
    timeText(`${today}T12:00:00`);
  } catch {
    // The drawing meets the same, and tells.
  }
}
