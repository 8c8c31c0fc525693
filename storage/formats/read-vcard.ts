import { type Contact, contactFrom, type RawContact } from '../../prep/formats/contact.ts';
import { CONTACTS_MAX } from '../../prep/formats/limits.ts';
import { type CardText, cardsIn } from '../../prep/formats/vcard-lines.ts';
import { FileRefused } from './faults.ts';
import { type Pace, unhurried } from './pace.ts';

/** The people of a file of contacts, and the lines of the cards that could not be read. */
export interface CardReading {
  contacts: Contact[];
  /** Cards that are damaged or have neither a name nor an address: where they begin, from 1. */
  unread: number[];
}

/** Reads the cards of a file, vCard 2.1, 3 and 4. Groups of people are left out. @throws FileRefused */
export async function readCards(text: string, pace: Pace = unhurried): Promise<CardReading> {
  const { default: ICAL } = await import('ical.js');
  const contacts: Contact[] = [];
  const unread: number[] = [];
  let groups = 0;
  for (const card of cardsIn(text)) {
    await pace(card.at);
    const raw = card.whole ? readCard(card, ICAL.parse) : undefined;
    if (raw === 'group') {
      groups += 1;
      continue;
    }
    const contact = raw && contactFrom(raw);
    if (contact) contacts.push(contact);
    else unread.push(card.at);
    if (contacts.length > CONTACTS_MAX) throw new FileRefused({ kind: 'too-many', most: CONTACTS_MAX });
  }
  if (contacts.length + unread.length + groups === 0) throw new FileRefused({ kind: 'nobody' });
  return { contacts, unread };
}

type Parse = (text: string) => unknown;

/** One card by the library; undefined when it is damaged. */
function readCard(card: CardText, parse: Parse): RawContact | 'group' | undefined {
  let properties: [name: string, params: Record<string, unknown>, type: string, value: unknown][];
  try {
    const [, found] = parse(card.text) as [string, typeof properties];
    properties = found;
  } catch {
    return undefined;
  }
  const all = (name: string) => properties.filter(([of]) => of === name);
  const first = (name: string) => flat(all(name)[0]?.[3]).map(unescaped);
  if (/^group$/i.test(first('kind')[0] ?? first('x-addressbookserver-kind')[0] ?? '')) return 'group';
  const [family = '', given = '', middle = ''] = parts(all('n')[0]?.[3]);
  const [company, ...departments] = parts(all('org')[0]?.[3]);
  const preferred = (params: Record<string, unknown>) =>
    'pref' in params || /(^|,)pref(,|$)/i.test(String(params.type ?? '')) ? 0 : 1;
  return {
    fullName: first('fn').join(', '),
    names: [given, middle, family],
    nicknames: all('nickname').flatMap(([, , , ...values]) => values.flatMap(flat)),
    emails: all('email')
      .sort((a, b) => preferred(a[1]) - preferred(b[1]))
      .flatMap(([, , , value]) => flat(value)),
    role: first('title').join(', ') || first('role').join(', '),
    department: departments.findLast((one) => one.trim() !== ''),
    company,
    line: card.at,
  };
}

/** Version 3 escapes semicolons in every text, which the library leaves as they are where there are no parts. */
const unescaped = (text: string) => text.replaceAll('\\;', ';');

/** The texts of a value, however deep the library nests them. */
function flat(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(flat) : [];
}

/** The parts of a structured value, each with its own parts joined. */
function parts(value: unknown): string[] {
  return Array.isArray(value) ? value.map((one) => flat(one).join(' ')) : flat(value);
}
