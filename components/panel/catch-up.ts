import { settleNextTimes } from '../../storage/next-time.ts';
import { expireNotes } from '../../storage/note-mark.ts';
import { saveUnsaved } from '../../storage/save-unsaved.ts';
import './keys.ts';

/**
 * What waits until the first content is there: what the database would not take before, or the panel closed over, is tried
 * again; what has taken place is past; notes go whose day has come.
 */
export async function catchUp(): Promise<void> {
  await Promise.all([saveUnsaved(), settleNextTimes(), expireNotes()]);
}
