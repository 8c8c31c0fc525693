import { useEffect, useRef } from 'preact/hooks';
import { pickFacts } from '../../prep/order.ts';
import type { PeerBrief } from '../../storage/brief.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { Facts } from './Facts.tsx';

// Writing comes after the first content: fetched at once then.
const storage = () => import('../../storage/facts.ts');
const removing = () => import('../../storage/remove.ts');

interface PeerFactsProps {
  peer: PeerBrief;
  meetingId: string;
  today: string;
}

/** At most two facts, chosen once for a meeting: they stay in their places however often its brief is opened. */
export function PeerFacts({ peer, meetingId, today }: PeerFactsProps) {
  const { person, facts, shownFacts } = peer;
  const say = useToast();
  const attempt = useAttempt();
  const chosen = useRef<readonly string[]>([]);
  const known = shownFacts?.meetingId === meetingId;
  if (chosen.current.length === 0) {
    const before = known ? facts.filter(({ id }) => shownFacts.ids.includes(id)) : [];
    chosen.current =
      before.length > 0 && shownFacts
        ? shownFacts.ids
        : pickFacts(facts, today, 2, shownFacts?.ids).map(({ fact }) => fact.id);
  }
  const ids = chosen.current;
  useEffect(() => {
    if (ids.length === 0 || (known && shownFacts.ids.join() === ids.join())) return;
    storage()
      .then(({ noteFactsShown }) => noteFactsShown(person.id, { meetingId, ids: [...ids] }))
      .catch(console.error);
  }, [ids.join()]);
  return (
    <Facts
      facts={ids.flatMap((id) =>
        pickFacts(
          facts.filter((fact) => fact.id === id),
          today,
        ),
      )}
      onStillTrue={(fact) =>
        attempt(async () => say(t('briefConfirmed'), await (await storage()).confirmFact(fact.id)))
      }
      onForget={(fact) =>
        attempt(async () =>
          say(t('briefForgotten', fact.text), await (await removing()).remove('facts', [fact.id])),
        )
      }
    />
  );
}
