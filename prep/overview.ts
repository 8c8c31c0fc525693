import { orderActionItems } from './order.ts';
import type { ActionItem, Owner } from './records/action-item.ts';

/**
 * Promises over all people, by whose they are, mine first: what was raised three times or more at the top, most often
 * first, then by day, the undated last, then as they were made. A total order. `notYet`: as for `timesRaised`.
 */
export function overview(
  items: readonly ActionItem[],
  notYet: readonly string[],
): Record<Owner, ActionItem[]> {
  const open = orderActionItems(
    items.filter(({ state }) => state === 'open'),
    notYet,
  );
  const of = (owner: Owner) => open.filter((item) => item.owner === owner);
  return { me: of('me'), them: of('them'), both: of('both') };
}
