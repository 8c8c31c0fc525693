import type { Account, CalendarEvent } from '../prep/calendar-event.ts';
import { type Roster, roster } from '../prep/roster.ts';
import { type LearntSeries, ownIdentity } from '../prep/spot.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';
import { readSettings } from './settings.ts';

/** The most series that are remembered; the least recently confirmed go first, so that a page cannot fill the disk. */
const SERIES_MAX = 5_000;

/** Everything spotting needs for a batch of events, in one reading. */
export async function readRoster(account: Account): Promise<Roster> {
  const [people, settings] = await Promise.all([db.people.toArray(), readSettings()]);
  return roster(people, ownIdentity(settings, account), settings);
}

/** What was learnt of these series; those never learnt are not in the map. */
export async function readSeries(seriesKeys: readonly string[]): Promise<Map<string, LearntSeries>> {
  const rows = await db.series.where('seriesKey').anyOf(seriesKeys).toArray();
  return new Map(rows.map((row) => [row.seriesKey, row]));
}

/**
 * Remembers whom a series is with. The user's own answer is never overwritten by a reading, and a guest list that is
 * shown in part takes nobody away.
 */
export async function learnSeries(
  event: CalendarEvent,
  personIds: readonly string[],
  learntFrom: 'guests' | 'chosen',
  now = new Date(),
): Promise<void> {
  const isNew = await db.transaction('rw', db.series, async () => {
    const old = await db.series.where('seriesKey').equals(event.seriesKey).first();
    if (old?.learntFrom === 'chosen' && learntFrom === 'guests') return false;
    const inPart = learntFrom === 'guests' && !event.guestsComplete;
    const ids = [...new Set([...((inPart && old?.personIds) || []), ...personIds])];
    if (old && old.learntFrom === learntFrom && old.personIds.join() === ids.join()) return false;
    const fresh = old ?? { ...newRecord(now), seriesKey: event.seriesKey };
    await db.series.put({ ...fresh, personIds: ids, learntFrom, updatedAt: now.toISOString() });
    if ((await db.series.count()) > SERIES_MAX) {
      const all = await db.series.toArray();
      all.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt));
      await db.series.bulkDelete(all.slice(0, all.length - SERIES_MAX).map((row) => row.id));
    }
    return true;
  });
  // The chips of its other occurrences are to be asked about again.
  if (isNew) await tellCalendarTabs();
}
