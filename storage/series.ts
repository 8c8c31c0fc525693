import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';
import { forgetSpotted } from './spotted.ts';

/**
 * Forgets whom a series is with, where it was learnt in this way, and those of its meetings that were only seen:
 * all of a wrong answer's; of people who have left it those from `now`'s midnight on, as before that they met.
 */
export async function forgetSeries(
  seriesKey: string,
  learntFrom: 'guests' | 'chosen',
  now = new Date(),
): Promise<void> {
  const series = db.series.where('seriesKey').equals(seriesKey);
  if ((await series.filter((one) => one.learntFrom === learntFrom).delete()) === 0) return;
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
  const meetings = await db.meetings.where('seriesKey').equals(seriesKey).toArray();
  for (const { eventKey, start } of meetings) {
    const isWrong = learntFrom === 'chosen' || start === null || start >= midnight;
    if (eventKey && isWrong) await forgetSpotted(eventKey);
  }
  await tellCalendarTabs();
}
