import { fold } from './fold.ts';
import type { Person } from './records/person.ts';

/** The most names beside the first that a person may have (prep/records/person.ts). */
const NAMES = 50;

/**
 * One person out of two who are the same (Relationships, METHOD 66): what the one that stays says of itself stays, and what it does not say the other
 * says. Addresses and names of both are kept. `updatedAt` is left as it is.
 */
export function joinedPerson(stays: Person, goes: Person): Person {
  const unique = (all: readonly string[]) => [...new Map(all.map((one) => [fold(one), one])).values()];
  const names = unique([...stays.aliases, goes.name, ...goes.aliases]);
  return {
    ...stays,
    emails: [...new Set([...stays.emails, ...goes.emails])].slice(0, NAMES),
    aliases: names.filter((name) => fold(name) !== fold(stays.name)).slice(0, NAMES),
    role: stays.role || goes.role,
    team: stays.team || goes.team,
    connections: [...new Set([...stays.connections, ...goes.connections])],
    signals: [...new Set([...stays.signals, ...goes.signals])],
    cadence: stays.cadence ?? goes.cadence,
    rampFrom: stays.rampFrom ?? goes.rampFrom,
    invitation: stays.invitation ?? goes.invitation,
  };
}

type Fields = { id: string } & Record<string, unknown>;

/** A record with the one person in the place of the other, wherever it names people by id; `updatedAt` is left as it is. */
export function joinedRecord<R extends Fields>(record: R, goes: string, stays: string): R {
  const joined: Fields = { ...record };
  if (joined.personId === goes) joined.personId = stays;
  const ids = joined.personIds as string[] | undefined;
  if (ids) joined.personIds = [...new Set(ids.map((id) => (id === goes ? stays : id)))];
  if (joined.stances) joined.stances = renamed(joined.stances, goes, stays);
  const closing = joined.closing as Fields | null | undefined;
  if (closing) {
    const [each, itemIds] = [closing.each, closing.itemIds].map((one) => renamed(one, goes, stays));
    joined.closing = { ...closing, each, itemIds };
  }
  return joined as R;
}

/** What is said of the one that stays wins. */
function renamed(value: unknown, goes: string, stays: string): Record<string, unknown> {
  const { [goes]: moved, ...rest } = value as Record<string, unknown>;
  return moved === undefined ? rest : { [stays]: moved, ...rest };
}
