import { readAddress } from '../address.ts';
import { fold } from '../fold.ts';
import { LINE } from '../limits.ts';
import { pageText } from '../page-text.ts';

/** As many addresses and other names as a person's record holds. */
const MOST = 50;

/** The parts of a contact as a file has them, each as it stands there; all may be missing. */
export interface RawContact {
  fullName?: string | undefined;
  /** First, middle and last name, in the order in which they are said. */
  names?: readonly string[];
  nicknames?: readonly string[];
  emails?: readonly string[];
  role?: string | undefined;
  department?: string | undefined;
  company?: string | undefined;
  /** Where it begins in its file, from 1. */
  line: number;
}

/** Somebody in a file: clean, bounded, and with a name or an address. */
export interface Contact {
  name: string;
  /** Lower case, each once. */
  emails: string[];
  aliases: string[];
  role: string;
  team: string;
  /** What stands where an address should be and is none. */
  unread: string[];
  line: number;
}

/**
 * A contact made safe to keep: the name as written, else its parts in order, else the address.
 * @returns undefined when there is neither a name nor an address that can be read
 */
export function contactFrom(raw: RawContact): Contact | undefined {
  const clean = (text: string | undefined) => pageText(text ?? '', LINE);
  const emails: string[] = [];
  const unread: string[] = [];
  // Google puts several values into one cell of its CSV, with three colons between them.
  for (const text of (raw.emails ?? []).slice(0, MOST).flatMap((cell) => cell.split(':::').slice(0, MOST))) {
    const email = readAddress(text);
    if (email && !emails.includes(email)) emails.push(email);
    else if (!email && clean(text)) unread.push(clean(text));
  }
  const parts = clean((raw.names ?? []).map(clean).filter(Boolean).join(' '));
  const name = clean(raw.fullName) || parts || emails[0];
  if (!name) return undefined;
  return {
    name,
    emails: emails.slice(0, MOST),
    aliases: otherNames([...(raw.nicknames ?? [])].map(clean), [name]).slice(0, MOST),
    role: clean(raw.role),
    team: clean(raw.department) || clean(raw.company),
    unread,
    line: raw.line,
  };
}

/** The names among some that are not yet known, case and accents folded, each once. */
export function otherNames(names: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known.map(fold));
  return names.filter((name) => {
    const isNew = name !== '' && !seen.has(fold(name));
    seen.add(fold(name));
    return isNew;
  });
}
