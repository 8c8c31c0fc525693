import { useEffect, useRef } from 'preact/hooks';
import { orderActionItems, timesRaised } from '../../prep/order.ts';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Person } from '../../prep/records/person.ts';
import { type PromiseChange, usePromises } from '../ui/usePromises.ts';
import { Promises } from './Promises.tsx';

const storage = () => import('../../storage/action-items.ts');

interface PeerPromisesProps {
  /** Open with anybody in the meeting. */
  items: ActionItem[];
  /** The peers of this tab. */
  people: Person[];
  meetingId: string;
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
  /** Whether there is a meeting yet that could carry them. */
  carries: boolean;
  today: string;
}

/** The promises of these peers, kept in storage; every change can be taken back. */
export function PeerPromises({ items, people, meetingId, notYet, carries, today }: PeerPromisesProps) {
  const ids = people.map(({ id }) => id);
  const promises = usePromises(items.filter((item) => item.personIds.some((id) => ids.includes(id))));

  // This meeting carries them from now on: "raised 3 times" counts the meetings that did not close it.
  const fresh = carries
    ? promises.rows.filter((item) => item.meetingId !== meetingId && !item.raisedIn.includes(meetingId))
    : [];
  const key = fresh.map(({ id }) => id).join();
  useEffect(() => {
    if (!key) return;
    storage()
      .then(({ carryActionItems }) => carryActionItems(key.split(','), meetingId))
      .catch(console.error);
  }, [key, meetingId]);

  /** Whose day was set by hand here: words no longer change it. */
  const dated = useRef(new Set<string>());

  const change = async (item: ActionItem, what: PromiseChange) => {
    if (what.due !== undefined) dated.current.add(item.id);
    const read = what.text === undefined ? what : await withDate(item.text, what.text, today);
    return promises.change(item, dated.current.has(item.id) ? what : read);
  };

  return (
    <Promises
      items={orderActionItems(promises.rows, notYet)}
      raised={(item) => timesRaised(item, notYet)}
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
async function withDate(old: string, text: string, today: string): Promise<PromiseChange> {
  try {
    return await (await import('../capture/read-promise.ts')).readChange(old, text, today);
  } catch (error) {
    // The words matter more than their day.
    console.error('peerside: the date was not read', error);
    return { text };
  }
}
