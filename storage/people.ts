import { emailKey } from '../prep/email-key.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Person } from '../prep/records/person.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';

/** What the user fills in about a person. */
export type PersonDraft = Omit<Person, 'id' | 'createdAt' | 'updatedAt' | Added> &
  Partial<Pick<Person, Added>>;
type Added = keyof typeof ADDED.people;

/** A new person with nothing but a name and perhaps an address. Trust starts low: it is the user's to raise. */
export function personDraft(name: string, emails: string[] = []): PersonDraft {
  return {
    name,
    emails: emails.map(emailKey),
    aliases: [],
    role: '',
    team: '',
    connections: [],
    trust: 'new',
    cadence: null,
    goal: null,
    pausedUntil: null,
    archivedAt: null,
    sample: false,
  };
}

/** Thrown when an address already belongs to somebody; nothing was changed. */
export class AddressTaken extends Error {
  readonly email: string;
  readonly holder: Person;
  constructor(email: string, holder: Person) {
    super(`${email} already belongs to ${holder.name}`);
    this.email = email;
    this.holder = holder;
  }
}

/** Everybody, archived people included, by name. */
export async function listPeople(): Promise<Person[]> {
  const people = await db.people.toArray();
  return people.sort((a, b) => a.name.localeCompare(b.name));
}

export function readPerson(id: string): Promise<Person | undefined> {
  return db.people.get(id);
}

/** Who has this address, if anybody. */
export function personByEmail(email: string): Promise<Person | undefined> {
  return db.people.where('emails').equals(emailKey(email)).first();
}

/** Adds a person. @throws AddressTaken */
export async function addPerson(draft: PersonDraft, now = new Date()): Promise<Person> {
  const person: Person = {
    ...newRecord(now),
    ...ADDED.people,
    ...draft,
    emails: draft.emails.map(emailKey),
  };
  await db.transaction('rw', db.people, async () => {
    await refuseTakenAddress(person);
    await db.people.add(person);
  });
  await tellCalendarTabs();
  return person;
}

/** Changes some fields of a person and leaves the others. Does nothing for an unknown id. @throws AddressTaken */
export async function changePerson(
  id: string,
  change: Partial<PersonDraft>,
  now = new Date(),
): Promise<void> {
  await db.transaction('rw', db.people, db.cadenceChanges, async () => {
    const old = await db.people.get(id);
    if (!old) return;
    const person: Person = { ...old, ...change, updatedAt: now.toISOString() };
    person.emails = person.emails.map(emailKey);
    await refuseTakenAddress(person);
    await db.people.put(person);
    const [from, to] = [old.cadence, person.cadence];
    if (from?.ideal === to?.ideal && from?.latest === to?.latest) return;
    // How it has changed is kept (Missing, METHOD 53).
    const made = { personId: id, at: person.updatedAt, from, to, why: 'set' as const, meetingId: null };
    await db.cadenceChanges.add({ ...newRecord(now), ...made });
  });
  await tellCalendarTabs();
}

async function refuseTakenAddress(person: Person): Promise<void> {
  for (const email of person.emails) {
    const holder = await db.people.where('emails').equals(email).first();
    if (holder && holder.id !== person.id) throw new AddressTaken(email, holder);
  }
}
