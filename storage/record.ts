/** The fields that every new record starts with: an own id and both times. */
export function newRecord(now: Date): { id: string; createdAt: string; updatedAt: string } {
  const at = now.toISOString();
  return { id: crypto.randomUUID(), createdAt: at, updatedAt: at };
}

/** The user's day of an instant, `YYYY-MM-DD`, in the zone of this browser. */
export function localDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Keys of the timeline index: `"<person id> <instant>"` for each person. */
export function timeline(personIds: readonly string[], at: string): string[] {
  return personIds.map((id) => `${id} ${at}`);
}

/** The key range of one person's timeline, optionally before (below) an instant. */
export function timelineRange(personId: string, before = '\uffff'): [lower: string, upper: string] {
  return [`${personId} `, `${personId} ${before}`];
}
