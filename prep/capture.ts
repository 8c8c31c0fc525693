import { type CaptureKind, readMark } from './capture-marks.ts';
import { findMentions, type Mention, type Picks } from './capture-names.ts';
import { isNeeded, type Named, sentence, spell, strip } from './capture-strip.ts';
import { fold } from './fold.ts';
import { LINE, LONG } from './limits.ts';
import type { Owner } from './records/action-item.ts';
import { type Roster, spotTitle } from './spot.ts';

/**
 * Reads the date that a text ends with. `from` to `to` are the words that say nothing but the date and may be taken
 * off; both are the text's length when the words have to stay. `day` null: it says that there is none, or, with `wrong`,
 * names a day that does not exist in these words.
 */
export type ReadDate = (
  text: string,
  today: string,
) => { day: string | null; from: number; to: number; wrong?: string } | undefined;

/** How the people of an item were found. unsure: `maybe` holds whom it may be; unknown: an @name that fits nobody. */
export type FoundBy = 'named' | 'guess' | 'later' | 'unsure' | 'unknown' | 'none';

/** One thing that a captured text says. */
export interface Understood {
  kind: CaptureKind;
  /** Whose promise; `me` for what is no promise. */
  owner: Owner;
  /** As it is saved: without its mark, date and @names at its ends. */
  text: string;
  /** `YYYY-MM-DD`, of a promise only. */
  due: string | null;
  /** The words that were taken off as the date: "by Friday". */
  dueWords: string;
  /** The words of a promise that name a day which does not exist: "31 Feb". */
  noDay: string;
  /** Empty: it waits in the inbox. */
  personIds: string[];
  by: FoundBy;
  /** Whom to ask about. */
  maybe: string[];
  /** The first @name that is not settled; it may stand beside a settled one. */
  open: Mention | undefined;
  /** Where it stands in the captured text. */
  from: number;
  to: number;
  /** empty: a mark or a name without words; long: more than its record can hold. Such an item cannot be saved. */
  problem: 'empty' | 'long' | undefined;
}

export interface CaptureContext {
  known: Roster;
  /** Everybody, for how their names are spelled; without them a name in a sentence stays as it was typed. */
  people?: readonly Named[];
  /** `YYYY-MM-DD` of the user's day. */
  today: string;
  readDate?: ReadDate | undefined;
  /** Whom it is about unless it says otherwise; several: each may be meant. */
  guess?: readonly string[];
  picks?: Picks;
}

/**
 * Understands a captured text: each marked line is one item; unmarked lines that follow each other, blank ones
 * among them, are one note. Never throws; time grows with the length of the text.
 */
export function understand(text: string, context: CaptureContext): Understood[] {
  const items: Understood[] = [];
  let note: { from: number; to: number } | undefined;
  const endNote = () => {
    if (note) items.push(read(text, note.from, note.to, context));
    note = undefined;
  };
  for (const { from, to } of linesOf(text)) {
    const line = text.slice(from, to);
    if (readMark(line).length > 0) {
      endNote();
      items.push(read(text, from, to, context));
    } else if (line.trim() !== '') {
      note = { from: note?.from ?? from, to };
    }
  }
  endNote();
  return items;
}

function* linesOf(text: string): Generator<{ from: number; to: number }> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield { from, to };
    from = to + 1;
  }
}

function read(all: string, from: number, to: number, context: CaptureContext): Understood {
  const raw = all.slice(from, to);
  const mark = readMark(raw);
  const body = raw.slice(mark.length);
  const { people } = context;
  const mentions = findMentions(body, context.known, context.picks)
    .map((one) => meant(one, context))
    .map((one) => (people && one.sure ? { ...one, typed: spell(one, people) } : one));
  const first = mentions[0];
  const promise = mark.kind === 'promise';
  const theirs = promise && first !== undefined && !first.later && startsWith(body, first);
  const { readDate, today } = context;
  const date = promise && readDate ? (text: string) => readDate(text, today) : undefined;
  const found = strip(body, mentions, mark.kind, date);
  const isNote = mark.kind === 'note' || mark.kind === 'vent';
  const text = isNote ? found.text : sentence(found.text);
  const limit = isNote ? LONG : LINE;
  return {
    kind: mark.kind,
    owner: mark.owner ?? (theirs ? 'them' : 'me'),
    text,
    due: found.due,
    dueWords: found.dueWords,
    noDay: found.noDay,
    ...whom(text, mentions, context),
    from,
    to,
    problem: text === '' ? 'empty' : text.length > limit ? 'long' : undefined,
  };
}

function startsWith(body: string, mention: Mention): boolean {
  return body.slice(0, mention.from).trim() === '' && !isNeeded(body, [mention], 0);
}

/** Of two by the same name, the one whom it is about anyway is meant. */
function meant(mention: Mention, { known, guess = [] }: CaptureContext): Mention {
  if (mention.sure || !known.names.has(fold(mention.typed))) return mention;
  const personIds = mention.personIds.filter((id) => guess.includes(id));
  return personIds.length === 1 ? { ...mention, personIds, sure: true } : mention;
}

/** More people than a record holds are left out. */
const PEOPLE_MAX = 500;
/** A name written without @ is looked for this far into a text. */
const NAMES_WITHIN = 1_000;

function whom(
  text: string,
  mentions: readonly Mention[],
  { known, guess = [] }: CaptureContext,
): Pick<Understood, 'personIds' | 'by' | 'maybe' | 'open'> {
  const none = { personIds: [], maybe: [], open: undefined };
  const named = new Set(mentions.flatMap((mention) => (mention.sure ? mention.personIds : [])));
  const open = mentions.find((mention) => !mention.sure);
  const asks = { maybe: open?.personIds ?? [], open };
  if (named.size > 0) return { ...asks, personIds: [...named].slice(0, PEOPLE_MAX), by: 'named' };
  if (mentions.some((mention) => mention.later)) return { ...none, by: 'later' };
  if (open) return { ...asks, personIds: [], by: open.personIds.length === 0 ? 'unknown' : 'unsure' };
  if (guess.length === 1) return { ...none, personIds: [...guess], by: 'guess' };
  if (guess.length > 1) return { ...none, by: 'unsure', maybe: [...guess] };
  const spotted = spotTitle(text.slice(0, NAMES_WITHIN), known);
  return spotted ? { ...none, by: 'unsure', maybe: spotted.personIds } : { ...none, by: 'none' };
}
