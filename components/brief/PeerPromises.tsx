import { orderActionItems } from '../../prep/order.ts';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Person } from '../../prep/records/person.ts';
import { addActionItem, changeActionItem } from '../../storage/action-items.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { Promises } from './Promises.tsx';
import { useClosed } from './useClosed.ts';

interface PeerPromisesProps {
  /** Open with anybody in the meeting. */
  items: ActionItem[];
  /** The peers of this tab. */
  people: Person[];
  meetingId: string;
  today: string;
}

/** The promises of these peers, kept in storage; every change can be taken back. */
export function PeerPromises({ items, people, meetingId, today }: PeerPromisesProps) {
  const say = useToast();
  const ids = people.map(({ id }) => id);
  const { rows, note } = useClosed(items.filter((item) => item.personIds.some((id) => ids.includes(id))));

  const change = async (item: ActionItem, what: Partial<Pick<ActionItem, 'text' | 'due' | 'state'>>) => {
    const undo = await changeActionItem(item.id, what);
    const back = async () => {
      await undo();
      note({ ...item, state: 'open' });
    };
    if (what.state) note({ ...item, ...what });
    if (what.state === 'kept') say(t('briefKeptSaid', item.text), back);
    else if (what.state === 'dropped') say(t('briefDropped', item.text), back);
    else if (what.due !== undefined)
      say(what.due ? t('briefRedated', item.text) : t('briefUndated', item.text), undo);
    else if (what.text) say(t('briefEdited'), undo);
  };

  return (
    <Promises
      items={orderActionItems(rows)}
      people={people}
      today={today}
      onAdd={async (owner, text, due) => {
        await addActionItem({ personIds: ids, owner, text, due, meetingId });
      }}
      onChange={change}
    />
  );
}
