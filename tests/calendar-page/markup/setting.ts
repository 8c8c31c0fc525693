import { type Words, wordsOf } from './words.ts';
import { localTime, ownZone } from './zone.ts';

/** Who is signed in. */
export interface Account {
  email: string;
  name: string;
}

/** The accounts of the browser, in the order of /calendar/u/0/ and /calendar/u/1/. */
export const accounts: readonly Account[] = [
  { email: 'diane.moreau@example.com', name: 'Diane Moreau' },
  { email: 'diane.moreau@other.example', name: 'Diane Moreau' },
];

/** The first account's calendar: where sample events live. */
export const viewer: Account = { email: 'diane.moreau@example.com', name: 'Diane Moreau' };

/** How to draw; everything may be left out. */
export interface MarkupOptions {
  now?: Date;
  /** A day inside the range to show, YYYY-MM-DD; today unless told. */
  day?: string;
  zone?: string;
  /** Interface language, such as `en`, `en-GB` or `ja`. */
  hl?: string;
  account?: Account;
  density?: 'comfortable' | 'compact';
  /** Chips of a day of the month before "N more". */
  chipRows?: number;
}

/** The options with every gap filled. */
export interface Setting {
  now: Date;
  today: string;
  day: string;
  zone: string;
  hl: string;
  words: Words;
  account: Account;
  /** Pixels of an hour in a column. */
  hourHeight: number;
  density: 'comfortable' | 'compact';
  chipRows: number;
}

/** Fills the gaps of the options. */
export function settle(options: MarkupOptions = {}): Setting {
  const now = options.now ?? new Date();
  const zone = options.zone ?? ownZone();
  const today = localTime(now, zone).day;
  const density = options.density ?? 'comfortable';
  const hl = options.hl ?? 'en';
  return {
    now,
    today,
    day: options.day ?? today,
    zone,
    hl,
    words: wordsOf(hl),
    account: options.account ?? viewer,
    hourHeight: density === 'compact' ? 36 : 48,
    density,
    chipRows: options.chipRows ?? 5,
  };
}
