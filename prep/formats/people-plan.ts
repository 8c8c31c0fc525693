import { emailKey } from '../email-key.ts';
import { fold } from '../fold.ts';
import { mailbox } from '../mailbox.ts';
import type { Person } from '../records/person.ts';
import { type Contact, otherNames } from './contact.ts';

/** As many addresses and other names as a person's record holds. */
const MOST = 50;

/** What taking over one contact would add to somebody who is here: what is there already is never overwritten. */
export interface Addition {
  emails: string[];
  aliases: string[];
  role: string;
  team: string;
}

/** What taking over one contact would do. */
export interface PersonPlan {
  /** The place of the contact in the list that was planned. */
  index: number;
  contact: Contact;
  /**
   * new: nobody here has one of its addresses; adds: one has, and learns more; here: all of it is here already;
   * own: it is the user; torn: its addresses belong to several people here, so it cannot be said whose it is.
   */
  kind: 'new' | 'adds' | 'here' | 'own' | 'torn';
  /** Who has one of its addresses, or was said to be the same; of a new one, who has the same name. */
  people: Person[];
  addition: Addition;
}

/**
 * What an import of people would do. Two are the same by their mailboxes (see `mailbox`), never by a name alone; `same`
 * says for some contacts, by their place, who here they are after all.
 */
export function planPeople(
  contacts: readonly Contact[],
  here: readonly Person[],
  ownEmails: readonly string[],
  same: ReadonlyMap<number, string> = new Map(),
): PersonPlan[] {
  const own = new Set(ownEmails.map(mailbox));
  const holders = new Map<string, Person[]>();
  const named = new Map<string, Person[]>();
  const byId = new Map(here.map((person) => [person.id, person]));
  for (const person of here) {
    for (const box of new Set(person.emails.map(mailbox))) push(holders, box, person);
    // Nobody is the same as somebody made up, by the name alone.
    if (person.sample) continue;
    for (const name of new Set([person.name, ...person.aliases].map(fold))) push(named, name, person);
  }
  return contacts.map((contact, index): PersonPlan => {
    const boxes = contact.emails.map(mailbox);
    const said = byId.get(same.get(index) ?? '');
    const found = [...new Set([...(said ? [said] : []), ...boxes.flatMap((box) => holders.get(box) ?? [])])];
    const [person] = found;
    const plan = (kind: PersonPlan['kind'], people = found): PersonPlan => ({
      index,
      contact,
      kind,
      people,
      addition: addition(contact, person),
    });
    if (boxes.some((box) => own.has(box))) return plan('own', []);
    if (!person) return plan('new', named.get(fold(contact.name)) ?? []);
    if (found.length > 1) return plan('torn');
    const { emails, aliases, role, team } = addition(contact, person);
    return plan(emails.length + aliases.length > 0 || role || team ? 'adds' : 'here');
  });
}

function addition(contact: Contact, person: Person | undefined): Addition {
  if (!person) return contact;
  const known = new Set(person.emails.map(emailKey));
  const emails = contact.emails.filter((email) => !known.has(email));
  return {
    emails: emails.slice(0, Math.max(0, MOST - person.emails.length)),
    aliases: otherNames(contact.aliases, [person.name, ...person.aliases]).slice(
      0,
      Math.max(0, MOST - person.aliases.length),
    ),
    role: person.role ? '' : contact.role,
    team: person.team ? '' : contact.team,
  };
}

/** Contacts of one file that share a mailbox are one person: the first name stays, the others are aliases. */
export function mergeContacts(contacts: readonly Contact[]): Contact[] {
  const byBox = new Map<string, number>();
  const target = contacts.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let next = target[at] ?? at; next !== at; next = target[at] ?? at) {
      // Each look shortens the way for the next one.
      target[at] = target[next] ?? next;
      at = next;
    }
    return at;
  };
  for (const [index, contact] of contacts.entries()) {
    for (const box of contact.emails.map(mailbox)) {
      const other = byBox.get(box);
      if (other === undefined) byBox.set(box, root(index));
      else {
        const [first, second] = [root(other), root(index)].sort((a, b) => a - b) as [number, number];
        target[second] = first;
      }
    }
  }
  const groups = new Map<number, Contact[]>();
  for (const [index, contact] of contacts.entries()) push(groups, root(index), contact);
  return [...groups.values()].map(together);
}

/** Several contacts as one, in their order; a name goes before an address that stands for one. */
function together(all: readonly Contact[]): Contact {
  const [first] = all;
  if (!first) throw new RangeError('nobody to merge');
  if (all.length === 1) return first;
  const isNamed = (one: Contact) => !one.emails.includes(one.name);
  const main = all.find(isNamed) ?? first;
  const others = all.filter((one) => one !== main);
  const names = others.flatMap((one) => (isNamed(one) ? [one.name, ...one.aliases] : one.aliases));
  const inOrder = [main, ...others];
  return {
    name: main.name,
    emails: [...new Set(inOrder.flatMap(({ emails }) => emails))].slice(0, MOST),
    aliases: [...main.aliases, ...otherNames(names, [main.name, ...main.aliases])].slice(0, MOST),
    role: inOrder.find(({ role }) => role)?.role ?? '',
    team: inOrder.find(({ team }) => team)?.team ?? '',
    unread: all.flatMap(({ unread }) => unread),
    line: first.line,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const all = map.get(key);
  if (all) all.push(value);
  else map.set(key, [value]);
}
