import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { readPage } from '../entrypoints/calendar.content/reader/whole-page.ts';
import type { CalendarEvent } from '../prep/calendar-event.ts';
import { roster, type SpotPerson } from '../prep/roster.ts';
import { type LearntSeries, ownIdentity, spot } from '../prep/spot.ts';

/*
 * npm run --silent read -- FILE.html [--me ADDRESS]… [--peers FILE]: what the reader makes of a saved page of
 * Google Calendar, as JSON on stdout. Nothing else is written there; what is wrong is said on stderr.
 * PEERS is a JSON list of { "name", "emails", "aliases"? }.
 */

class Wrong extends Error {}

function read(file: string): string {
  try {
    // npm runs in the project's folder: a path is meant from where the command was typed.
    return readFileSync(resolve(process.env.INIT_CWD ?? '', file), 'utf8');
  } catch {
    throw new Wrong(`cannot read ${file}: is the path right?`);
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function readPeers(file: string): SpotPerson[] {
  let rows: unknown;
  try {
    rows = JSON.parse(read(file));
  } catch (error) {
    throw error instanceof Wrong ? error : new Wrong(`${file} is not JSON`);
  }
  if (!Array.isArray(rows)) throw new Wrong(`${file} holds no list of people`);
  return rows.map((row: unknown, index) => {
    const { name, emails = [], aliases = [] } = (row ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || !name.trim() || !isTexts(emails) || !isTexts(aliases)) {
      throw new Wrong(`${file}: person ${index + 1} needs "name" and may have "emails" and "aliases"`);
    }
    return { id: name, name, emails, aliases, archivedAt: null };
  });
}

/** What the command prints for these arguments. @throws on arguments or a file that will not do, with what to do */
export function main(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { me: { type: 'string', multiple: true }, peers: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1)
    throw new Wrong('usage: npm run --silent read -- FILE.html [--me ADDRESS] [--peers FILE]');
  const window = new Window();
  // Parsed, not run: scripts of the saved page stay text, and nothing is fetched.
  const page = new window.DOMParser().parseFromString(read(file), 'text/html') as unknown as Document;
  const { found, events } = readPage(page);
  if (values.me === undefined && values.peers === undefined) return found;

  const own = ownIdentity({ ownEmails: values.me ?? [], ownName: '' }, found.account);
  const known = roster(values.peers === undefined ? [] : readPeers(values.peers), own);
  const learnt = new Map<string, LearntSeries>();
  const spotted = (where: string, event: CalendarEvent | undefined) => {
    const who = event && spot(event, known, learnt.get(event.seriesKey));
    if (!event || !who) return [];
    const { personIds, rule, sure } = who;
    if (rule === 'guest') learnt.set(event.seriesKey, { personIds, learntFrom: 'guests' });
    return [{ where, key: event.key, title: event.title, people: personIds, rule, sure }];
  };
  // The guests of what stands open first: they are learnt for the chips of the same series.
  const open = [...spotted('bubble', events.bubble), ...spotted('eventPage', events.eventPage)];
  return { ...found, spotted: [...open, ...events.chips.flatMap((event) => spotted('chip', event))] };
}

if (import.meta.main) {
  try {
    console.log(JSON.stringify(main(process.argv.slice(2)), null, 2));
  } catch (error) {
    console.error(`read: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
