/** The largest file of another program that is read, in bytes: an address book of thousands with their photos. */
export const FILE_BYTES = 50_000_000;

/** The most people that one file may bring. */
export const CONTACTS_MAX = 20_000;

/** The most events of one calendar file that are looked at closely: those near today, and those that repeat. */
export const EVENTS_MAX = 20_000;

/** How far before and after today meetings are taken from a calendar file, in days. */
export const WINDOW_DAYS = 60;

/** One line of a contact or an event, in characters; what is longer is no name, address or date. */
export const CONTENT_MAX = 20_000;
