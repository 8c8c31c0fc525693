import { addDays } from './days.ts';

/** A day that words name, and where in the text they begin. */
export interface PlainDate {
  /** `YYYY-MM-DD`. */
  day: string;
  from: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const FRIDAY = 4;

/** 0 for Monday to 6 for Sunday. */
const weekday = (day: string) => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** What people at work write and no library reads; each from the words to the day, both sure. */
const PLAIN: [RegExp, (today: string, found: RegExpExecArray) => string | undefined][] = [
  [ending('(?:(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?day|eod|cob)'), (today) => today],
  // The week of work.
  [
    ending('(?:(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?week|eow)'),
    (today) => addDays(today, (FRIDAY - weekday(today) + 7) % 7),
  ],
  [ending('eom'), (today) => lastOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)))],
  [
    ending('(?:(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?year|eoy)'),
    (today) => `${today.slice(0, 4)}-12-31`,
  ],
  [ending('(?:with)?in\\s+a\\s+fortnight'), (today) => addDays(today, 14)],
  [
    ending(`next\\s+week,?\\s+(?:on\\s+)?(${DAY})`),
    (today, [, name = '']) =>
      addDays(today, 7 - weekday(today) + WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase())),
  ],
];

function ending(words: string): RegExp {
  return new RegExp(`(?<![^\\s(])${words}$`, 'i');
}

/** Reads the plain words that a text ends with: "end of day", "EOW", "in a fortnight", "next week Tuesday". */
export function plainDate(text: string, today: string): PlainDate | undefined {
  for (const [pattern, dayOf] of PLAIN) {
    const found = pattern.exec(text);
    const day = found && dayOf(today, found);
    if (day) return { day, from: found.index };
  }
  return undefined;
}

const POINTS = ending('(\\d{1,2})\\.\\s?(\\d{1,2})');

/** A day and a month with points, "24.11", as much of Europe writes them: the next such day, if there is one. */
export function pointedDate(text: string, today: string): PlainDate | undefined {
  const found = POINTS.exec(text);
  const [day, month] = [Number(found?.[1]), Number(found?.[2])];
  const year = Number(today.slice(0, 4));
  for (const each of found && day > 0 && month > 0 && month <= 12 ? [0, 1, 2, 3, 4, 5, 6, 7, 8] : []) {
    const last = lastOf(year + each, month);
    const wanted = `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
    if (wanted <= last && wanted >= today) return { day: wanted, from: found?.index ?? 0 };
  }
  return undefined;
}

/** `YYYY-MM-DD` of the last day of a month, 1 to 12. */
function lastOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0, 12)).toISOString().slice(0, 10);
}

/** No month counts further, and nothing that counts further looks like a day. */
const MOST = 39;
const FORMS: [RegExp, day: number, month: number, year: number][] = [
  [ending(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\.?(?:,?\\s+(\\d{4}))?`), 1, 2, 3],
  [ending(`(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`), 2, 1, 3],
  [ending('(\\d{4})-(\\d{1,2})-(\\d{1,2})'), 3, 2, 1],
  [ending('(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})'), 1, 2, 3],
];

/** The words at the end of a text that name a day which no calendar has: "31 Feb", "2026-02-31". */
export function noSuchDay(text: string): { words: string; from: number } | undefined {
  for (const [pattern, ...places] of FORMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [day = '', name = '', year = ''] = places.map((place) => found[place] ?? '');
    const month = /^\d/.test(name) ? Number(name) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    // Without a year there is a 29 February.
    const last = month >= 1 && month <= 12 ? Number(lastOf(Number(year) || 2024, month).slice(8)) : 0;
    if (Number(day) <= MOST && (Number(day) < 1 || Number(day) > last))
      return { words: found[0], from: found.index };
  }
  return undefined;
}
