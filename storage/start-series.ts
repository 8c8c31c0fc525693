import { browser } from 'wxt/browser';
import { cadenceOn } from '../prep/ramp.ts';
import type { Person } from '../prep/records/person.ts';
import { firstHour, nextOn, reviewDay, seriesUrl } from '../prep/series.ts';
import { readCalendarAccount } from './calendar-account.ts';
import { db } from './db.ts';
import { localDay } from './record.ts';
import { addReview, reviewsOf } from './series-review.ts';
import { readSettings } from './settings.ts';

/** How long a talk is when none was met yet: thirty minutes (Rothman). */
const MINUTES = 30;

/**
 * Opens Google Calendar's own page for a new event in a tab, in the account whose calendar was last read, filled in: title, guest, how often, an end after three months.
 * Peerside creates nothing. The review of the series is noted for its end, unless one is open already.
 */
export async function startSeries(person: Person, now = new Date()): Promise<void> {
  const [{ ownName, peerDay }, account] = await Promise.all([readSettings(), readCalendarAccount()]);
  const today = localDay(now);
  const last = await db.meetings.where('timeline').startsWith(`${person.id} `).last();
  const length = last?.start && last.end ? Date.parse(last.end) - Date.parse(last.start) : 0;
  // The next whole hour, of the next working day or the day for peers: where it really falls is chosen on that page.
  const [year = 0, month = 1, date = 1] = nextOn(today, peerDay).split('-').map(Number);
  const start = new Date(year, month - 1, date, firstHour(now.getHours()));
  const url = seriesUrl({
    account,
    title: ownName ? `${ownName} / ${person.name}` : person.name,
    guest: person.emails[0] ?? '',
    start: start.toISOString(),
    minutes: length > 0 ? length / 60_000 : MINUTES,
    cadence: cadenceOn(person, today),
  });
  const open = (await reviewsOf(person.id)).some(({ outcome }) => outcome === null);
  if (!open) {
    const of = { personIds: [person.id], seriesKey: null, startedOn: today, reviewOn: reviewDay(today) };
    await addReview(of, now);
  }
  await browser.tabs.create({ url });
}
