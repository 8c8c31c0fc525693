import type { DBCoreCursor, DBCoreIndex, DBCoreKeyRange, DBCoreOpenCursorRequest, DBCoreTable } from 'dexie';
import { type Cipher, cipherOf } from './lock-cipher.ts';
import { cursorOver, type Entry, type Row } from './lock-cursor.ts';
import { SEALED, type Sealer } from './lock-door.ts';

/*
 * No async functions here: a transaction is known to what follows by Dexie's own promises, and not by the browser's.
 */

/**
 * The keys of indexes that tell who: on the disk they are tags in the place of texts. All other keys are ids, times and days.
 */
const TELLING: Record<string, readonly string[]> = {
  people: ['emails'],
  meetings: ['eventKey', 'seriesKey'],
  series: ['seriesKey'],
  reviews: ['seriesKey'],
};

/** Ids and times alone: nothing to seal. */
const OPEN_TABLES = new Set(['tombstones']);

/** Whether a stored row is sealed. */
export const isSealedRow = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && (row as Row)[SEALED] instanceof Uint8Array;

/**
 * Seals all rows of all tables but their keys. Rows that are not sealed yet are read as they are. `key`: the data key, base64;
 * `writes`: false while a lock is taken off.
 */
export function sealerOf(key: string, writes: boolean): Sealer {
  const cipher = cipherOf(toBytes(key));
  const tables = new WeakMap<DBCoreTable, DBCoreTable>();
  return {
    key,
    writes,
    table(table) {
      const known = tables.get(table);
      if (known) return known;
      const made = OPEN_TABLES.has(table.name) ? table : sealedTable(table, cipher, writes);
      tables.set(table, made);
      return made;
    },
    seal(key, value) {
      return writes ? { [SEALED]: toText(cipher.seal(JSON.stringify(value), key)) } : value;
    },
    open(key, value) {
      const sealed = (value as Row | undefined)?.[SEALED];
      return typeof sealed === 'string' ? JSON.parse(cipher.open(toBytes(sealed), key)) : value;
    },
  };
}

function sealedTable(table: DBCoreTable, cipher: Cipher, writes: boolean): DBCoreTable {
  const { name, schema } = table;
  const telling = new Set(TELLING[name]);
  const idPath = schema.primaryKey.keyPath as string;
  // The parts of a compound key are keys too.
  const kept = new Set(schema.indexes.flatMap(({ keyPath }) => keyPath ?? []));
  const placeOf = (id: unknown) => `${name} ${String(id)}`;
  const tag = (field: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => tag(field, one));
    return typeof value === 'string' ? cipher.tag(value, `${name}.${field}`) : value;
  };

  const seal = (row: Row): Row => {
    if (!writes || isSealedRow(row)) return row;
    const id = row[idPath];
    const stored: Row = { [idPath]: id };
    for (const field of kept) {
      if (row[field] !== undefined) stored[field] = telling.has(field) ? tag(field, row[field]) : row[field];
    }
    stored[SEALED] = cipher.seal(JSON.stringify(row), placeOf(id));
    return stored;
  };
  const open = <T>(row: T): T => {
    if (!isSealedRow(row)) return row;
    const { [idPath]: id, [SEALED]: sealed } = row as Row;
    return JSON.parse(cipher.open(sealed as Uint8Array, placeOf(id))) as T;
  };
  const tells = (index: DBCoreIndex) => typeof index.keyPath === 'string' && telling.has(index.keyPath);
  /** The stored key of "equals"; undefined for any other range. */
  const tagged = (index: DBCoreIndex, range: DBCoreKeyRange): DBCoreKeyRange | undefined => {
    if (range.lower === undefined || range.lower !== range.upper || range.lowerOpen || range.upperOpen)
      return undefined;
    const key = tag(index.keyPath as string, range.lower);
    return { ...range, lower: key, upper: key };
  };
  /** All entries of a telling index in a range, in the order of the open keys. */
  const entries = ({ trans, query }: Pick<DBCoreOpenCursorRequest, 'trans' | 'query'>): Promise<Entry[]> => {
    const { index, range } = query;
    const all = { index: schema.primaryKey, range: EVERYTHING };
    return table.query({ trans, values: true, query: all }).then(({ result }) => {
      const found: Entry[] = [];
      for (const stored of result) {
        const row = open(stored) as Row;
        for (const key of new Set([row[index.keyPath as string]].flat())) {
          if (typeof key === 'string' && within(key, range))
            found.push({ key, id: String(row[idPath]), row });
        }
      }
      return found.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id));
    });
  };

  return {
    ...table,
    mutate(request) {
      if (request.type !== 'add' && request.type !== 'put') return table.mutate(request);
      const values = request.values.map(seal);
      // What changed is told to those above; below, whole rows are written.
      if (request.type === 'add') return table.mutate({ ...request, values });
      const { changeSpec: _, updates: __, ...plain } = request;
      return table.mutate({ ...plain, values });
    },
    get: (request) => table.get(request).then(open),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
    query(request) {
      const { index, range } = request.query;
      const equal = tells(index) ? tagged(index, range) : range;
      if (equal) {
        const asked = table.query({ ...request, query: { index, range: equal } });
        return request.values ? asked.then((found) => ({ ...found, result: found.result.map(open) })) : asked;
      }
      return entries(request).then((found) => {
        const sorted = request.direction?.startsWith('prev') ? found.reverse() : found;
        const some = sorted.slice(0, request.limit ?? sorted.length);
        return { result: some.map(({ id, row }) => (request.values ? row : id)) };
      });
    },
    openCursor(request) {
      if (tells(request.query.index)) return entries(request).then((found) => cursorOver(found, request));
      return table.openCursor(request).then((cursor) => {
        if (!cursor || !request.values) return cursor;
        return Object.create(cursor, { value: { get: () => open(cursor.value) } }) as DBCoreCursor;
      });
    },
    count(request) {
      const { index, range } = request.query;
      const equal = tells(index) ? tagged(index, range) : range;
      if (equal) return table.count({ ...request, query: { index, range: equal } });
      return entries(request).then((found) => found.length);
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** DBCoreRangeType.Any */
const EVERYTHING = { type: 3, lower: undefined, upper: undefined } as unknown as DBCoreKeyRange;

function within(key: string, { lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange): boolean {
  if (typeof lower === 'string' && (lowerOpen ? key <= lower : key < lower)) return false;
  // Any text is less than an array, which is what Dexie puts above them all.
  return typeof upper !== 'string' || (upperOpen ? key < upper : key <= upper);
}

const STEP = 24_576;

function toText(bytes: Uint8Array): string {
  const texts: string[] = [];
  for (let from = 0; from < bytes.length; from += STEP)
    texts.push(btoa(String.fromCharCode(...bytes.subarray(from, from + STEP))));
  return texts.join('');
}

const toBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
