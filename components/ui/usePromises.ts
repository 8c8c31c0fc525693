import { useEffect } from 'preact/hooks';
import type { ActionItem } from '../../prep/records/action-item.ts';
import { t } from '../../storage/words.ts';
import { useRows } from './useRows.ts';

/** Writing comes after the first content: fetched at once then, so that it is there for the first tick. */
const storage = () => import('../../storage/action-items.ts');

/** What can be changed of a promise where it stands. */
export type PromiseChange = Partial<Pick<ActionItem, 'text' | 'due' | 'state'>>;

/** Open promises, kept in storage; each can be changed where it stands, and every change be taken back. */
export function usePromises(open: readonly ActionItem[]) {
  useEffect(() => void storage().catch(console.error), []);
  return useRows<ActionItem, PromiseChange>(
    open,
    async (id, what) => (await storage()).changeActionItem(id, what),
    wordsOf,
  );
}

function wordsOf(item: ActionItem, what: PromiseChange): string | undefined {
  if (what.state === 'kept') return t('briefKeptSaid', item.text);
  if (what.state === 'dropped') return t('briefDropped', item.text);
  if (what.due !== undefined) return t(what.due ? 'briefRedated' : 'briefUndated', item.text);
  return what.text === undefined ? undefined : t('briefEdited');
}
