import { useEffect } from 'preact/hooks';
import { orderTopics } from '../../prep/order.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Topic } from '../../prep/records/topic.ts';
import { addTopic, carryTopics, changeTopic } from '../../storage/topics.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { Topics } from './Topics.tsx';
import { useClosed } from './useClosed.ts';

interface PeerTopicsProps {
  topics: Topic[];
  people: Person[];
  /** The tab of what is common: topics for all of them. */
  together: boolean;
  meetingId: string;
}

/** What to raise with these peers, kept in storage; every change can be taken back. */
export function PeerTopics({ topics, people, together, meetingId }: PeerTopicsProps) {
  const say = useToast();
  const ids = people.map(({ id }) => id);
  const mine = topics.filter((topic) =>
    together
      ? ids.every((id) => topic.personIds.includes(id))
      : ids.some((id) => topic.personIds.includes(id)),
  );
  const { rows, note } = useClosed(mine);

  // This meeting carries them from now on: "raised 3 times" counts the meetings, once each.
  const fresh = mine.filter((topic) => !topic.raisedIn.includes(meetingId)).map(({ id }) => id);
  useEffect(() => {
    if (fresh.length > 0) void carryTopics(fresh, meetingId);
  }, [fresh.join(), meetingId]);

  const change = async (topic: Topic, what: Partial<Pick<Topic, 'text' | 'state'>>) => {
    const undo = await changeTopic(topic.id, what);
    const back = async () => {
      await undo();
      note({ ...topic, state: 'open' });
    };
    if (what.state) note({ ...topic, ...what });
    if (what.state === 'covered') say(t('briefCoveredSaid', topic.text), back);
    else if (what.state === 'dropped') say(t('briefDropped', topic.text), back);
    else if (what.text) say(t('briefEdited'), undo);
  };

  return (
    <Topics
      heading={
        together ? (people.length === 2 ? t('briefRaiseBoth') : t('briefRaiseAll')) : t('briefToRaise')
      }
      topics={orderTopics(rows)}
      raised={(topic) => topic.raisedIn.filter((id) => id !== meetingId).length}
      onAdd={async (text) => {
        await addTopic(ids, text);
      }}
      onChange={change}
    />
  );
}
