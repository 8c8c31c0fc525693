/*
 * The platform's structuredClone is made for messages between threads: the rows that the database in memory copies at each
 * reading and writing cost a tenth of all tests. Plain rows are copied here, anything else by the platform as before.
 */

const shared = globalThis as { platformClone?: typeof structuredClone };
// A worker runs file after file: only the first one finds the platform's.
shared.platformClone ??= globalThis.structuredClone;
const platform = shared.platformClone;

const NOT_PLAIN = Symbol('not plain');

function copy(value: unknown, seen: Set<object>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw NOT_PLAIN;
  if (typeof value !== 'object' || value === null) return value;
  // The same object twice, or within itself, stays the same object in the copy.
  if (seen.has(value)) throw NOT_PLAIN;
  seen.add(value);
  const keys = Object.keys(value);
  if (Array.isArray(value)) {
    if (keys.length !== value.length) throw NOT_PLAIN;
    return value.map((one) => copy(one, seen));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || Symbol.toStringTag in value) throw NOT_PLAIN;
  const made: Record<string, unknown> = {};
  for (const key of keys) {
    if (key === '__proto__') throw NOT_PLAIN;
    made[key] = copy((value as Record<string, unknown>)[key], seen);
  }
  return made;
}

/** As structuredClone, for what it is given here. @throws what structuredClone throws */
export function clone<T>(value: T, options?: StructuredSerializeOptions): T {
  if (options?.transfer?.length) return platform(value, options);
  try {
    return copy(value, new Set()) as T;
  } catch (error) {
    if (error === NOT_PLAIN) return platform(value, options);
    throw error;
  }
}

globalThis.structuredClone = clone;
