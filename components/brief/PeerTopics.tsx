import { useEffect } from 'preact/hooks';
import { orderTopics } from '../../prep/order.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Topic } from '../../prep/records/topic.ts';
import { addTopic, carryTopics, changeTopic } from '../../storage/topics.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { Topics } from './Topics.tsx';
import { useChanged } from './useChanged.ts';

interface PeerTopicsProps {
  topics: Topic[];
  people: Person[];
  /** The tab of what is common: topics for all of them. */
  together: boolean;
  meetingId: string;
  /** Whether there is a meeting yet that could carry them. */
  carries: boolean;
}

/** What to raise with these peers, kept in storage; every change can be taken back. */
export function PeerTopics({ topics, people, together, meetingId, carries }: PeerTopicsProps) {
  const say = useToast();
  const attempt = useAttempt();
  const ids = people.map(({ id }) => id);
  const mine = topics.filter((topic) =>
    together
      ? ids.every((id) => topic.personIds.includes(id))
      : ids.some((id) => topic.personIds.includes(id)),
  );
  const { rows, show } = useChanged(mine);

  // This meeting carries them from now on: "raised 3 times" counts the meetings, once each.
  const fresh = carries
    ? mine.filter((topic) => !topic.raisedIn.includes(meetingId)).map(({ id }) => id)
    : [];
  useEffect(() => {
    if (fresh.length > 0) void carryTopics(fresh, meetingId);
  }, [fresh.join(), meetingId]);

  const change = async (topic: Topic, what: Partial<Pick<Topic, 'text' | 'state'>>) => {
    show({ ...topic, ...what });
    const stored = await attempt(async () => {
      const undo = await changeTopic(topic.id, what);
      const said = wordsOf(topic, what);
      if (!said) return;
      say(said, async () => {
        await undo();
        show(topic);
      });
    });
    if (stored) return;
    show(topic);
    if (what.text !== undefined) throw new Error('the new words were not stored');
  };

  return (
    <Topics
      heading={
        together ? (people.length === 2 ? t('briefRaiseBoth') : t('briefRaiseAll')) : t('briefToRaise')
      }
      topics={orderTopics(rows)}
      draft={`topic ${ids.join(' ')}`}
      raised={(topic) => topic.raisedIn.filter((id) => id !== meetingId).length}
      onAdd={async (text) => {
        await addTopic(ids, text);
      }}
      onChange={change}
    />
  );
}

/** What the toast says of a change; nothing where the row says enough. */
function wordsOf(topic: Topic, what: Partial<Topic>): string | undefined {
  if (what.state === 'covered') return t('briefCoveredSaid', topic.text);
  if (what.state === 'dropped') return t('briefDropped', topic.text);
  return what.text === undefined ? undefined : t('briefEdited');
}
