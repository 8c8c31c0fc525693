import { languages } from './languages.ts';

/** The words of the page in one language; `{n}`, `{a}` and `{b}` stand for what is filled in. */
export interface Words {
  /** Locale given to Intl. */
  locale: string;
  rtl?: boolean;
  /** Between the parts of a description. */
  comma: string;
  /** Around the title in a description. */
  quote?: readonly [string, string];
  span: string;
  allDay: string;
  noLocation: string;
  location: string;
  calendar: string;
  color: string;
  task: string;
  openTask: string;
  pendingTasks: string;
  accepted: string;
  declined: string;
  tentative: string;
  needsReply: string;
  cancelled: string;
  events: string;
  noEvents: string;
  moreEvents: string;
  more: string;
  today: string;
  guests: string;
  guestList: string;
  yes: string;
  no: string;
  maybe: string;
  awaiting: string;
  attending: string;
  notAttending: string;
  organizer: string;
  hiddenList: string;
  going: string;
  sayYes: string;
  sayNo: string;
  sayMaybe: string;
  close: string;
  edit: string;
  delete: string;
  options: string;
  print: string;
  duplicate: string;
  copy: string;
  minutesBefore: string;
  notifications: string;
  everyWeek: string;
  day: string;
  week: string;
  month: string;
  schedule: string;
  create: string;
  save: string;
  title: string;
  addGuests: string;
  description: string;
  mine: string;
  others: string;
  next: string;
  previous: string;
  account: string;
  untitled: string;
}

/** The words for a language tag; English when there are none. */
export function wordsOf(hl: string): Words {
  const found = languages[hl] ?? languages[hl.split('-')[0] ?? 'en'];
  const words = found ?? languages.en;
  if (!words) throw new Error('the English words are missing');
  return hl === 'en-GB' ? { ...words, locale: 'en-GB' } : words;
}

/** Puts values into a word's gaps. */
export function fill(word: string, values: Record<string, string | number>): string {
  return word.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
