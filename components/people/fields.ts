import { readAddress } from '../../prep/address.ts';
import { latestFor, readCadence } from '../../prep/cadence-presets.ts';
import { LINE } from '../../prep/limits.ts';
import { pageText } from '../../prep/page-text.ts';
import { type Connection, connection, type Person } from '../../prep/records/person.ts';
import { type Trust, trust } from '../../prep/records/question.ts';
import { type PersonDraft, personDraft } from '../../storage/people.ts';

/** What stands in the fields of the form, as it was typed. */
export interface Fields {
  name: string;
  emails: string[];
  /** Separated by commas. */
  aliases: string;
  role: string;
  team: string;
  connections: Connection[];
  trust: Trust;
  /** Whether one is wished; then its two intervals in days, as typed. */
  cadence: boolean;
  ideal: string;
  latest: string;
}

/** What is wrong with a field, by its name; `email <index>` for an address. */
export type FieldErrors = Record<string, 'name' | 'address' | 'own-address' | 'twice' | 'days' | 'order'>;

/** The cadence offered first when one is wished: every two weeks, four at the latest (Evanish, close work). */
const FIRST_IDEAL = 14;

export function fieldsOf(person: Person | undefined): Fields {
  const from = person ?? personDraft('');
  return {
    name: from.name,
    emails: from.emails.length > 0 ? [...from.emails] : [''],
    aliases: from.aliases.join(', '),
    role: from.role,
    team: from.team,
    connections: [...from.connections],
    trust: from.trust,
    cadence: from.cadence !== null,
    ideal: String(from.cadence?.ideal ?? FIRST_IDEAL),
    latest: String(from.cadence?.latest ?? latestFor(FIRST_IDEAL)),
  };
}

/** A draft read back from storage, as far as it still fits; undefined when it is none. */
export function draftFields(draft: unknown, start: Fields): Fields | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const has = draft as Partial<Record<keyof Fields, unknown>>;
  const text = (key: 'name' | 'aliases' | 'role' | 'team' | 'ideal' | 'latest') =>
    typeof has[key] === 'string' ? has[key] : start[key];
  const list = (value: unknown) =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
  return {
    name: text('name'),
    emails: list(has.emails) ?? start.emails,
    aliases: text('aliases'),
    role: text('role'),
    team: text('team'),
    connections: connection.options.filter((one) =>
      (list(has.connections) ?? start.connections).includes(one),
    ),
    trust: trust.options.find((level) => level === has.trust) ?? start.trust,
    cadence: typeof has.cadence === 'boolean' ? has.cadence : start.cadence,
    ideal: text('ideal'),
    latest: text('latest'),
  };
}

/** The parts of a cadence are one thing: who changes one of them has seen the others. */
const CADENCE = ['cadence', 'ideal', 'latest'] as const;

/** Of `fields`, those that differ from what is stored. */
export function differing(fields: Fields, stored: Fields): Partial<Fields> {
  const differs = (key: keyof Fields) => JSON.stringify(fields[key]) !== JSON.stringify(stored[key]);
  const cadence = CADENCE.some(differs);
  const kept = (key: string) =>
    differs(key as keyof Fields) || (cadence && CADENCE.some((part) => part === key));
  return Object.fromEntries(Object.entries(fields).filter(([key]) => kept(key)));
}

/** Of what was read from the fields, what belongs to those that were changed: the rest may be changed elsewhere. */
export function changeOf(draft: FieldsDraft, changed: Partial<Fields>): Partial<FieldsDraft> {
  return Object.fromEntries(Object.entries(draft).filter(([key]) => key in changed));
}

type FieldsDraft = Omit<PersonDraft, 'goal' | 'pausedUntil' | 'archivedAt' | 'sample'>;

/** Reads the fields: what to keep, or what is wrong where. `own` are the user's own addresses, lower case. */
export function readFields(
  fields: Fields,
  own: readonly string[],
): { draft: FieldsDraft; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const name = pageText(fields.name, LINE);
  if (name === '') errors.name = 'name';
  const emails: string[] = [];
  for (const [index, typed] of fields.emails.entries()) {
    if (typed.trim() === '') continue;
    const email = readAddress(typed);
    if (!email) errors[`email ${index}`] = 'address';
    else if (own.includes(email)) errors[`email ${index}`] = 'own-address';
    else if (emails.includes(email)) errors[`email ${index}`] = 'twice';
    else emails.push(email);
  }
  const cadence = fields.cadence ? readCadence(Number(fields.ideal), Number(fields.latest)) : null;
  if (fields.cadence && !cadence) {
    if (!readCadence(Number(fields.ideal), 730)) errors.ideal = 'days';
    else errors.latest = readCadence(Number(fields.latest), 730) ? 'order' : 'days';
  }
  const aliases = fields.aliases.split(/[,;،、\n]/).map((alias) => pageText(alias, LINE));
  const draft = {
    name,
    emails,
    aliases: [...new Set(aliases.filter((alias) => alias !== ''))].slice(0, 50),
    role: pageText(fields.role, LINE),
    team: pageText(fields.team, LINE),
    connections: fields.connections,
    trust: fields.trust,
    cadence: cadence ?? null,
  };
  return { draft, errors };
}
