import type { StandInEvent } from '../events.ts';
import { colors } from './colors.ts';
import { DIANE, instanceSuffix, onWeekday, type SampleDay, wholeDays } from './day.ts';

function plain(
  id: string,
  title: string,
  when: Pick<StandInEvent, 'start' | 'end' | 'allDay'>,
  color: string,
): StandInEvent {
  return { id, calendarId: DIANE, kind: 'event', title, color, ...when };
}

/** The same thing in four weeks, from last week on, each an instance of one series. */
function weekly(event: StandInEvent): StandInEvent[] {
  const shifted = (instant: string, week: number) =>
    new Date(Date.parse(instant) + week * 7 * 86_400_000).toISOString();
  return [-1, 0, 1, 2].map((week) => {
    const start = shifted(event.start, week);
    const instance = instanceSuffix(start);
    return { ...event, seriesId: event.id, instance, start, end: shifted(event.end, week) };
  });
}

/** What fills a week and has nothing to do with anyone in particular; two titles hold a known name inside a word. */
export function busySamples(at: SampleDay): StandInEvent[] {
  return [
    plain('platformplan1a5c8', 'Platform planning', onWeekday(at, 0, '9:30', 60), colors.graphite),
    plain('stevensonc6d2f7', 'Stevenson contract', onWeekday(at, 0, '11:00', 45), colors.banana),
    ...weekly(plain('lunchmon3e9k4', 'Lunch', onWeekday(at, 0, '12:00', 30), colors.green)),
    ...weekly(plain('standup7m2p6', 'Stand-up', onWeekday(at, 2, '9:00', 30), colors.graphite)),
    plain('anatomyout4r8t1', 'Anatomy of an outage', onWeekday(at, 2, '11:30', 45), colors.tomato),
    plain('releasewin9v3x5', 'Release window', onWeekday(at, 4, '15:00', 120), colors.tomato),
    plain('offsiteday2b7d4', 'Offsite day', wholeDays(at, 2), colors.green),
    plain('conference5f1h8', 'Conference', wholeDays(at, 3, 5), colors.grape),
  ];
}
