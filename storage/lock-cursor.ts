import { type DBCoreCursor, type DBCoreOpenCursorRequest, Dexie } from 'dexie';

export type Row = Record<string, unknown>;

/** An opened row, and where an index has it. */
export interface Entry {
  key: string;
  id: string;
  row: Row;
}

/** A cursor over what has been read and opened already: IndexedDB has only the order of the tags. */
export function cursorOver(found: Entry[], request: DBCoreOpenCursorRequest): DBCoreCursor | null {
  const all = request.reverse ? found.reverse() : found;
  const list = request.unique ? all.filter(({ key }, at) => at === 0 || all[at - 1]?.key !== key) : all;
  if (list.length === 0) return null;
  const after = (a: string, b: string) => (request.reverse ? a <= b : a >= b);
  let at = 0;
  let moved = false;
  let end: { value?: unknown; error?: Error } | undefined;
  const move = (to: number) => {
    at = to;
    moved = true;
  };
  const cursor: DBCoreCursor = {
    trans: request.trans,
    get key() {
      return list[at]?.key;
    },
    get primaryKey() {
      return list[at]?.id;
    },
    get value() {
      return list[at]?.row;
    },
    get done() {
      return at >= list.length;
    },
    continue(key?: string) {
      const next = list.findIndex((one, index) => index > at && (key === undefined || after(one.key, key)));
      move(next < 0 ? list.length : next);
    },
    continuePrimaryKey(key: string, id: string) {
      const next = list.findIndex(
        (one, index) => index > at && (one.key === key ? after(one.id, id) : after(one.key, key)),
      );
      move(next < 0 ? list.length : next);
    },
    advance(count) {
      move(at + count);
    },
    start(onNext) {
      return Dexie.Promise.resolve().then(() => {
        do {
          moved = false;
          onNext();
          if (end?.error) throw end.error;
        } while (!end && moved && at < list.length);
        return end?.value;
      });
    },
    stop(value) {
      end = { value };
    },
    async next() {
      return cursor;
    },
    fail(error) {
      end = { error };
    },
  };
  return cursor;
}
