import { readAddress } from '../address.ts';
import { fold } from '../fold.ts';
import { type Contact, contactFrom } from './contact.ts';

/** What a column of a table of people can hold. */
export const FIELDS = [
  'none',
  'name',
  'first',
  'middle',
  'last',
  'email',
  'nickname',
  'role',
  'team',
  'company',
] as const;
export type Field = (typeof FIELDS)[number];

/** A table of people: its columns by name, and its rows. */
export interface Table {
  /** As the first row names them; empty texts when the first row is a person already. */
  headers: string[];
  rows: string[][];
  /** The line of the file, counted in rows, that the first of `rows` is, from 1. */
  firstRow: number;
}

/**
 * How the exports of Google and Outlook name their columns (Google before and since 2024, Outlook for Windows and on the
 * web), with the words of German, French, Spanish, Italian and Portuguese editions; folded, only letters and digits.
 */
const HEADERS: readonly [Field, RegExp][] = [
  [
    'email',
    /^(e ?mail|mail|email)( (address|adresse|addresses?|\d+|\d+ (address|value|adresse)|adresse \d+|home|work|primary))?$/,
  ],
  [
    'email',
    /^(adresse|direccion|endereco|indirizzo)( de| di)?( e ?mail| messagerie| correo electronico| posta elettronica)( \d+)?$/,
  ],
  ['email', /^(correo|correio|posta) (electronico|eletronico|elettronica)( \d+)?$/],
  [
    'name',
    /^(name|full name|display name|contact name|nom complet|nombre completo|nome completo|anzeigename)$/,
  ],
  ['first', /^(first name|given name|vorname|prenom|nombre|nome|primeiro nome|first)$/],
  [
    'middle',
    /^(middle name|additional name|weitere vornamen?|zweiter vorname|deuxieme prenom|segundo nombre|segundo nome)$/,
  ],
  [
    'last',
    /^(last name|family name|surname|nachname|nom|nom de famille|apellidos?|sobrenome|apelido|cognome|last)$/,
  ],
  ['nickname', /^(nickname|nick name|spitzname|surnom|apodo|alcunha|soprannome)$/],
  [
    'role',
    /^(job title|organization( \d+)? title|role|position|fonction|funktion|position|cargo|puesto|mansione)$/,
  ],
  [
    'team',
    /^(department|organization( \d+)? department|team|abteilung|service|departamento|reparto|ufficio)$/,
  ],
  ['company', /^(company|organi[sz]ation( \d+)?( name)?|firma|unternehmen|societe|empresa|societa|azienda)$/],
];

const named = (header: string) =>
  fold(header)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What a column holds by its name alone. */
function fieldOf(header: string): Field {
  const name = named(header);
  return HEADERS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'none';
}

/** Rows of a file as a table: the first names the columns unless an address stands in it already. */
export function tableOf(rows: readonly string[][]): Table {
  const [first = []] = rows;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const isHead = rows.length > 1 && !first.some((cell) => readAddress(cell));
  const headers = Array.from({ length: width }, (_, at) => (isHead ? (first[at] ?? '') : ''));
  return { headers, rows: isHead ? rows.slice(1) : [...rows], firstRow: isHead ? 2 : 1 };
}

/**
 * A first idea of what each column holds: by its name, else the one with most addresses in the first hundred rows is
 * the address, and the first other one with words is the name.
 */
export function guessFields({ headers, rows }: Table): Field[] {
  const fields = headers.map(fieldOf);
  const sample = rows.slice(0, 100);
  if (!fields.includes('email')) {
    const counts = headers.map((_, at) => sample.filter((row) => readAddress(row[at] ?? '')).length);
    const most = Math.max(0, ...counts);
    if (most > 0) fields[counts.indexOf(most)] = 'email';
  }
  // Outlook's Title is Ms or Dr, and its role is the Job Title; elsewhere it is the role.
  const title = headers.findIndex((header) => /^(title|titel|titre|titulo)$/.test(named(header)));
  if (title !== -1 && !fields.includes('role') && !fields.includes('first')) fields[title] = 'role';
  // "Nome" alone is the whole name.
  const first = fields.indexOf('first');
  if (first !== -1 && !fields.includes('last') && !fields.includes('name')) fields[first] = 'name';
  if (!fields.some((field) => field === 'name' || field === 'first' || field === 'last')) {
    const words = headers.findIndex(
      (_, at) => fields[at] === 'none' && sample.some((row) => /\p{L}{2}/u.test(row[at] ?? '')),
    );
    if (words !== -1 && headers[words] === '') fields[words] = 'name';
  }
  return fields;
}

/** The people of a table, as its columns are read; `unnamed` are the rows without a name or an address. */
export function contactsIn(
  { rows, firstRow }: Table,
  fields: readonly Field[],
): { contacts: Contact[]; unnamed: number } {
  const contacts: Contact[] = [];
  let unnamed = 0;
  for (const [index, row] of rows.entries()) {
    const cells = (field: Field) =>
      row.filter((cell, at) => fields[at] === field && cell.trim() !== '').map((cell) => cell.trim());
    const contact = contactFrom({
      fullName: cells('name')[0],
      names: [...cells('first'), ...cells('middle'), ...cells('last')],
      nicknames: cells('nickname'),
      emails: cells('email'),
      role: cells('role')[0],
      department: cells('team')[0],
      company: cells('company')[0],
      line: firstRow + index,
    });
    if (contact) contacts.push(contact);
    else if (row.some((cell) => cell.trim() !== '')) unnamed += 1;
  }
  return { contacts, unnamed };
}
