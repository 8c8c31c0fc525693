import { useEffect, useRef } from 'preact/hooks';
import { orderActionItems, timesRaised } from '../../prep/order.ts';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { Promises } from './Promises.tsx';
import { useChanged } from './useChanged.ts';
import { useRowChange } from './useRowChange.ts';

// Writing comes after the first content: fetched at once then, so that it is there for the first tick.
const storage = () => import('../../storage/action-items.ts');

interface PeerPromisesProps {
  /** Open with anybody in the meeting. */
  items: ActionItem[];
  /** The peers of this tab. */
  people: Person[];
  meetingId: string;
  /** Whether there is a meeting yet that could carry them. */
  carries: boolean;
  today: string;
}

type Change = Partial<Pick<ActionItem, 'text' | 'due' | 'state'>>;

/** The promises of these peers, kept in storage; every change can be taken back. */
export function PeerPromises({ items, people, meetingId, carries, today }: PeerPromisesProps) {
  const ids = people.map(({ id }) => id);
  const { rows, show } = useChanged(items.filter((item) => item.personIds.some((id) => ids.includes(id))));

  // This meeting carries them from now on: "raised 3 times" counts the meetings that did not close it.
  const fresh = carries
    ? rows.filter((item) => item.meetingId !== meetingId && !item.raisedIn.includes(meetingId))
    : [];
  const key = fresh.map(({ id }) => id).join();
  useEffect(() => {
    storage()
      .then(({ carryActionItems }) => (key ? carryActionItems(key.split(','), meetingId) : undefined))
      .catch(console.error);
  }, [key, meetingId]);

  /** Whose day was set by hand here: words no longer change it. */
  const dated = useRef(new Set<string>());

  const write = useRowChange<ActionItem, Change>(
    show,
    async (id, what) => (await storage()).changeActionItem(id, what),
    wordsOf,
  );

  const change = async (item: ActionItem, what: Change) => {
    if (what.due !== undefined) dated.current.add(item.id);
    const kept = what.text !== undefined && dated.current.has(item.id);
    return write(item, what.text === undefined || kept ? what : await withDate(item.text, what.text, today));
  };

  return (
    <Promises
      items={orderActionItems(rows, meetingId)}
      raised={(item) => timesRaised(item, meetingId)}
      people={people}
      today={today}
      draft={`promise ${ids.join(' ')}`}
      onAdd={async (owner, text, due) => {
        const { addActionItem } = await storage();
        await addActionItem({ personIds: ids, owner, text, due, meetingId });
      }}
      onChange={change}
    />
  );
}

/** New words, and the day that they end with, if it was not in the old ones: as when they are added. */
async function withDate(old: string, text: string, today: string): Promise<{ text: string; due?: string }> {
  try {
    const { readPromise } = await import('../capture/read-promise.ts');
    const [before, now] = await Promise.all([readPromise(old, today), readPromise(text, today)]);
    if (now.due !== null && now.due !== before.due && now.text !== '')
      return { text: now.text, due: now.due };
  } catch (error) {
    // The words matter more than their day.
    console.error('peerside: the date was not read', error);
  }
  return { text };
}

/** What the toast says of a change; nothing where the row says enough. */
function wordsOf(item: ActionItem, what: Partial<ActionItem>): string | undefined {
  if (what.state === 'kept') return t('briefKeptSaid', item.text);
  if (what.state === 'dropped') return t('briefDropped', item.text);
  if (what.due !== undefined) return t(what.due ? 'briefRedated' : 'briefUndated', item.text);
  return what.text === undefined ? undefined : t('briefEdited');
}
