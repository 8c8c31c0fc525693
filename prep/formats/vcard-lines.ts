import { type ContentLine, contentLines } from './content-lines.ts';
import { fromQuotedPrintable } from './quoted-printable.ts';

/** Of a card: who it is, addresses, role. Photos, phones and notes are not even looked at. */
const WANTED = new Set([
  'BEGIN',
  'END',
  'VERSION',
  'N',
  'FN',
  'EMAIL',
  'ORG',
  'TITLE',
  'ROLE',
  'NICKNAME',
  'KIND',
  'X-ADDRESSBOOKSERVER-KIND',
]);

/** Properties whose value has parts, divided by semicolons. */
const STRUCTURED = new Set(['N', 'ORG']);

/** More lines than this make no card: 50 addresses and as many names fit. */
const LINES_MAX = 500;

/** One card of a file: its content lines, all in the form of version 3 or 4. */
export interface CardText {
  /** Where it begins in the file, from 1. */
  at: number;
  /** false: the file ends, or another card begins, before its END; or it has too many lines. */
  whole: boolean;
  /** To be read by a parser of vCard 3 and 4. */
  text: string;
}

/** Cuts a file into its cards, so that a damaged one spoils no other; cards within cards (AGENT) count for themselves. */
export function* cardsIn(text: string): Generator<CardText> {
  let card: { at: number; version: string; lines: string[] } | undefined;
  const close = (whole: boolean): CardText[] => {
    if (!card) return [];
    const { at, version, lines } = card;
    card = undefined;
    return [
      {
        at,
        whole: whole && lines.length <= LINES_MAX,
        text: ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD'].join('\r\n'),
      },
    ];
  };
  for (const line of contentLines(text, WANTED)) {
    const value = line.text.slice(line.text.indexOf(':') + 1).trim();
    if (line.name === 'BEGIN') {
      yield* close(false);
      if (/^vcard$/i.test(value)) card = { at: line.at, version: '3.0', lines: [] };
    } else if (line.name === 'END') yield* close(true);
    else if (card && line.name === 'VERSION') card.version = value === '4.0' ? '4.0' : '3.0';
    else if (card && card.lines.length <= LINES_MAX) card.lines.push(modern(line));
  }
  yield* close(false);
}

/**
 * A line of version 2.1 in the form of version 3: parameters without a name are types, quoted-printable is decoded,
 * commas are escaped. Only the type and the preference of a value are kept of its parameters.
 */
function modern({ name, text }: ContentLine): string {
  const { params, value } = cut(text);
  const kept: string[] = [];
  let quoted = false;
  let charset = '';
  for (const param of params) {
    const [, key = 'TYPE', of = ''] = /^(?:([\w-]+)=)?"?([^"]*)"?$/.exec(param) ?? [];
    if (/^quoted-printable$/i.test(of)) quoted = true;
    else if (/^charset$/i.test(key)) charset = of;
    else if (/^(type|pref)$/i.test(key) && /^[\w,-]+$/.test(of)) kept.push(`;${key.toUpperCase()}=${of}`);
  }
  return `${name}${kept.join('')}:${quoted ? decoded(value, name, charset) : value}`;
}

function decoded(value: string, name: string, charset: string): string {
  const parts = STRUCTURED.has(name) ? value.split(/(?<!\\);/) : [value];
  return parts
    .map((part) =>
      fromQuotedPrintable(part.replace(/\\;/g, ';'), charset)
        .replace(/[\r\n]+/g, ' ')
        .replace(/[\\,;]/g, '\\$&'),
    )
    .join(';');
}

/** The parameters and the value of a line; a colon or semicolon within double quotes divides nothing. */
function cut(text: string): { params: string[]; value: string } {
  const params: string[] = [];
  let quotes = false;
  let from = text.search(/[;:]/);
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') quotes = !quotes;
    else if (!quotes && (text[at] === ';' || text[at] === ':')) {
      if (at > from) params.push(text.slice(from + 1, at));
      from = at;
      if (text[at] === ':') return { params, value: text.slice(at + 1) };
    }
  }
  // A double quote without its other: the value begins at the first colon after all.
  return { params: [], value: text.slice(text.indexOf(':') + 1) };
}
