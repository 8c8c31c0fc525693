import { useEffect } from 'preact/hooks';
import { orderTopics, timesRaised } from '../../prep/order.ts';
import { isPreviewed } from '../../prep/preview-week.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Topic } from '../../prep/records/topic.ts';
import { t } from '../../storage/words.ts';
import { useRows } from '../ui/useRows.ts';
import { Topics } from './Topics.tsx';

// Writing comes after the first content: fetched at once then, so that it is there for the first tick.
const storage = () => import('../../storage/topics.ts');

interface PeerTopicsProps {
  topics: Topic[];
  people: Person[];
  /** The tab of what is common: topics for all of them. */
  together: boolean;
  meetingId: string;
  /** The day that the brief is for. */
  day: string;
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
  /** Whether there is a meeting yet that could carry them. */
  carries: boolean;
}

/** What to raise with these peers, kept in storage; every change can be taken back. */
export function PeerTopics({ topics, people, together, meetingId, day, notYet, carries }: PeerTopicsProps) {
  const ids = people.map(({ id }) => id);
  const mine = topics.filter(
    (topic) =>
      // In its week it stands above, with where each of them stands to it.
      !isPreviewed(topic, day) && ids[together ? 'every' : 'some']((id) => topic.personIds.includes(id)),
  );
  const { rows, change } = useRows<Topic, Partial<Pick<Topic, 'text' | 'state'>>>(
    mine,
    async (id, what) => (await storage()).changeTopic(id, what),
    wordsOf,
  );

  // This meeting carries them from now on: "raised 3 times" counts the meetings, once each.
  const fresh = carries
    ? mine.filter((topic) => !topic.raisedIn.includes(meetingId)).map(({ id }) => id)
    : [];
  useEffect(() => {
    if (fresh.length === 0) return;
    storage()
      .then(({ carryTopics }) => carryTopics(fresh, meetingId))
      .catch(console.error);
  }, [fresh.join(), meetingId]);

  return (
    <Topics
      heading={
        together ? (people.length === 2 ? t('briefRaiseBoth') : t('briefRaiseAll')) : t('briefToRaise')
      }
      topics={orderTopics(rows, notYet)}
      draft={`topic ${ids.join(' ')}`}
      raised={(topic) => timesRaised(topic, notYet)}
      onAdd={async (text) => {
        const { addTopic } = await storage();
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
