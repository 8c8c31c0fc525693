import { busySamples } from './samples/busy.ts';
import { crowdSamples } from './samples/crowd.ts';
import { sampleDay } from './samples/day.ts';
import { oddSamples } from './samples/odd.ts';
import { peerSamples } from './samples/peers.ts';

/** One row of an event's guest list; `group` is the number of members when the row stands for a group. */
export interface StandInGuest {
  email: string;
  name?: string;
  organizer?: boolean;
  response?: 'yes' | 'no' | 'maybe' | 'none';
  group?: number;
}

/** One thing drawn on the stand-in calendar. */
export interface StandInEvent {
  /** The base id, without the instance suffix. */
  id: string;
  /** Full address of the calendar that holds it. */
  calendarId: string;
  title: string;
  /** ISO instant; the local midnight for an all-day event. */
  start: string;
  /** ISO instant, exclusive. */
  end: string;
  /** Days as YYYY-MM-DD, the end inclusive. */
  allDay?: { start: string; end: string };
  /** The original start of this instance of a series: YYYYMMDDTHHMMSSZ, or YYYYMMDD when all-day. */
  instance?: string;
  /** The base id shared by a series. */
  seriesId?: string;
  guests?: StandInGuest[];
  /** The organizer hid the list. */
  guestsHidden?: boolean;
  /** How many guests the summary tells, when the rows are fewer. */
  guestCount?: number;
  /** Milliseconds until the rows arrive in the first bubble; 300 unless told. */
  guestDelay?: number;
  kind: 'event' | 'task' | 'task-block' | 'tasks-rollover' | 'birthday' | 'holiday';
  /** Name of the calendar when it is not the viewer's own. */
  calendarName?: string;
  location?: string;
  description?: string;
  /** Address of the video call. */
  video?: string;
  /** A CSS colour of the form rgb(…). */
  color?: string;
  /** A colour the viewer chose, by name. */
  colorName?: string;
  declined?: boolean;
  cancelled?: boolean;
}

/** Events of every kind in the week of `now` (Monday to Sunday in `zone`), as the sample account sees them. */
export function sampleEvents(now: Date, zone?: string): StandInEvent[] {
  const day = sampleDay(now, zone);
  return [...peerSamples(day), ...busySamples(day), ...crowdSamples(day), ...oddSamples(day)];
}
