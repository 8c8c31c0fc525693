import { emailKey } from './email-key.ts';
import { words } from './fold.ts';
import { mailbox } from './mailbox.ts';
import type { Person } from './records/person.ts';
import type { Settings } from './records/settings.ts';
import { isUnspaced, titleWords } from './title-words.ts';

/** What of a person spotting goes by. */
export type SpotPerson = Pick<Person, 'id' | 'name' | 'emails' | 'aliases' | 'archivedAt'>;

/** What of the settings tells which meetings count. */
export type Counting = Pick<Settings, 'largestMeeting' | 'ignoredWords'>;

/** Everybody the user knows, arranged so that one event is answered without looking at every person. */
export interface Roster {
  /** Everybody who counts: archived people do not. */
  ids: Set<string>;
  byEmail: Map<string, SpotPerson>;
  /** By the mailbox that an address leads to; null: it is that of several people, so only the whole address tells. */
  byMailbox: Map<string, SpotPerson | null>;
  /** Folded full names, first names and aliases, by their first word; those of a script without spaces also by their first letter. */
  names: Map<string, Name[]>;
  /** The most people, the user among them, in a meeting that counts. */
  largest: number;
  /** Words and phrases that make a title not count, arranged as `names` are. */
  ignored: { names: Map<string, Name[]> };
  ownMailboxes: Set<string>;
  ownWords: Set<string>;
}

interface Name {
  words: string[];
  personId: string;
  /** Of a script without spaces: the name in one piece, as a dictionary may cut it differently in a title. */
  joined: string | undefined;
}

/** Arranges people for spotting; archived ones and any of the user's own addresses are left out. Every meeting counts, unless `counting` says which. */
export function roster(
  people: readonly SpotPerson[],
  own: { emails: readonly string[]; name: string },
  counting?: Counting,
): Roster {
  const made: Roster = {
    ids: new Set(),
    byEmail: new Map(),
    byMailbox: new Map(),
    names: new Map(),
    largest: counting?.largestMeeting ?? Number.POSITIVE_INFINITY,
    ignored: { names: new Map() },
    ownMailboxes: new Set(own.emails.map(mailbox)),
    ownWords: new Set(titleWords(own.name)),
  };
  for (const person of people) {
    if (person.archivedAt) continue;
    made.ids.add(person.id);
    const emails = person.emails.map(emailKey).filter((email) => !isOwn(email, made));
    if (emails.length === 0 && person.emails.length > 0) continue;
    for (const email of emails) {
      made.byEmail.set(email, person);
      const holder = made.byMailbox.get(mailbox(email));
      made.byMailbox.set(mailbox(email), holder === undefined || holder === person ? person : null);
    }
    addNames(made, person);
  }
  addNames(made.ignored, { id: '', name: '', aliases: counting?.ignoredWords ?? [] });
  return made;
}

type Names = Pick<Roster, 'names'>;

function addNames(made: Names, { id, name, aliases }: Pick<SpotPerson, 'id' | 'name' | 'aliases'>): void {
  for (const cut of [words, titleWords]) {
    // By the dictionary only what it may cut: any other name is the same both times.
    if (cut === titleWords && !isUnspaced(name + aliases.join())) continue;
    const whole = cut(name);
    const [first = ''] = whole;
    addName(made, whole, id);
    // One letter of a script without spaces is the family name of millions.
    if (whole.length > 1 && !(isUnspaced(first) && first.length < 2)) addName(made, [first], id);
    for (const alias of aliases) addName(made, cut(alias), id);
  }
}

function addName(made: Names, name: string[], personId: string): void {
  const [first] = name;
  // A name of one letter would mark every "Plan A".
  if (first === undefined || (name.length === 1 && first.length < 2 && /^[a-z0-9]$/.test(first))) return;
  const joined = name.join('');
  push(made, first, { words: name, personId, joined: undefined });
  if (isUnspaced(first)) push(made, letterKey(joined), { words: name, personId, joined });
}

function push({ names }: Names, key: string, entry: Name): void {
  const entries = names.get(key) ?? [];
  entries.push(entry);
  names.set(key, entries);
}

/** A key that is no word: of the names that begin with this letter of a script without spaces. */
function letterKey(text: string): string {
  return `${[...text][0]} `;
}

/** Whether an address is the user's own, in whatever way it is written. */
export function isOwn(email: string, known: Roster): boolean {
  return known.ownMailboxes.has(mailbox(email));
}

/** Whose address it is: the very address first, then any that leads to the same mailbox; never the user's own. */
export function holderOf(email: string, known: Roster): SpotPerson | undefined {
  if (isOwn(email, known)) return undefined;
  return known.byEmail.get(emailKey(email)) ?? known.byMailbox.get(mailbox(email)) ?? undefined;
}

/** The names that begin at a word of a title: whose each is, and how many words it takes. */
export function namesAt(title: readonly string[], at: number, known: Names) {
  const word = title[at] ?? '';
  const names = [...(known.names.get(word) ?? []), ...(known.names.get(letterKey(word)) ?? [])];
  return names
    .map((name) => ({ personId: name.personId, length: wordsTaken(name, title, at) }))
    .filter(({ length }) => length > 0);
}

/** How many words of a title, from one on, are this name; 0: it is not there. */
function wordsTaken({ words, joined }: Name, title: readonly string[], at: number): number {
  if (joined === undefined) {
    return words.every((part, offset) => title[at + offset] === part) ? words.length : 0;
  }
  let text = '';
  for (let to = at; to < title.length && text.length < joined.length; to += 1) {
    text += title[to];
    if (text === joined) return to + 1 - at;
  }
  return 0;
}
