import type { ActionItem, Owner } from './records/action-item.ts';
import { sortBy } from './sort-by.ts';

/** What was raised this often rises to the top (Evanish, METHOD 7: what is put off festers). */
export const RAISED = 3;

/** How often a promise was carried into a meeting that did not close it. `except`: the meeting one is in. */
export function timesRaised(item: Pick<ActionItem, 'raisedIn'>, except?: string): number {
  return item.raisedIn.filter((id) => id !== except).length;
}

/**
 * Promises over all people, by whose they are, mine first: what was raised three times or more at the top, most often
 * first, then by day, the undated last, then as they were made. A total order.
 */
export function overview(items: readonly ActionItem[]): Record<Owner, ActionItem[]> {
  const open = items.filter(({ state }) => state === 'open');
  const sorted = sortBy(open, (item) => [
    timesRaised(item) >= RAISED ? -timesRaised(item) : 0,
    item.due ?? '\uffff',
    item.createdAt,
    item.id,
  ]);
  const of = (owner: Owner) => sorted.filter((item) => item.owner === owner);
  return { me: of('me'), them: of('them'), both: of('both') };
}
