/** What stands between a note's id and that of another version beside it. */
export const MARK = '~';

/** The id of the note that a version belongs to. */
export function noteOf(id: string): string {
  const at = id.indexOf(MARK);
  return at === -1 ? id : id.slice(0, at);
}

/** Whether a note's id is that of another version kept beside it. */
export function isVersion(id: string): boolean {
  return id.includes(MARK);
}

/** The span of the ids of all versions that are kept beside a note. */
export function versionRange(id: string): [lower: string, upper: string] {
  return [`${id}${MARK}`, `${id}${MARK}\uffff`];
}
