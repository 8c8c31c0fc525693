/** Somebody in a meeting of a calendar file. */
export interface FileGuest {
  /** Lower case. */
  email: string;
  /** Empty: the file has the address only. */
  name: string;
  declined: boolean;
}

/** One occurrence of an event in a calendar file, within the days that are looked at. */
export interface FileMeeting {
  /** Of the event, the same for all occurrences. */
  uid: string;
  /** The original start of an occurrence, `20261119T140000Z` or `20261119`; null for an event that happens once. */
  instance: string | null;
  title: string;
  /** `YYYY-MM-DD`, in the user's zone. */
  day: string;
  /** ISO instants; null: all day. */
  start: string | null;
  end: string | null;
  /** The organizer included. */
  guests: FileGuest[];
}

/** What a calendar file says, and what was left out of it. */
export interface CalendarReading {
  meetings: FileMeeting[];
  /** The name that the calendar has in the file; Google's main calendars are named by their address. */
  calendar: string;
  /** Events that are damaged: where they begin, from 1. */
  unread: number[];
  /** Occurrences and events that were called off. */
  cancelled: number;
  /** Events outside the days that are looked at. */
  outside: number;
  /** Series that repeat more often than meetings do, or by a rule that leads nowhere: only their first time counts. */
  cut: number;
  /** Events in a time zone that is not known: their hours are taken for the user's own. */
  strangeZones: number;
}
