import { db } from './db.ts';

/** What the brief of one person's meeting showed last. */
export interface ShownFacts {
  meetingId: string;
  ids: string[];
}

/** The key of it. */
export const shownKey = (personId: string) => `facts-shown ${personId}`;

/** What was shown of a person last; undefined when nothing was. */
export async function lastShownFacts(personId: string): Promise<ShownFacts | undefined> {
  const row = await db.meta.get(shownKey(personId));
  return row && (JSON.parse(row.value) as ShownFacts);
}
