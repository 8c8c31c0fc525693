/*
 * Firefox loses the objects that a closing page hands to the extension's storage: they die with the page before they are
 * written. A text gets through.
 */

/** Marks a text that stands for an object: nobody can type it. */
const MARK = '\0';

/** A value that outlives the page which stores it. */
export const pack = (value: unknown): unknown =>
  typeof value === 'object' ? MARK + JSON.stringify(value) : value;

/** A stored value as it was before it was packed, if it was. */
export const unpack = (stored: unknown): unknown =>
  typeof stored === 'string' && stored[0] === MARK ? JSON.parse(stored.slice(1)) : stored;
