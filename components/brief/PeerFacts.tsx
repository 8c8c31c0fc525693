import { useEffect, useRef } from 'preact/hooks';
import { pickFacts } from '../../prep/order.ts';
import type { PeerBrief } from '../../storage/brief.ts';
import { confirmFact, noteFactsShown } from '../../storage/facts.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { Facts } from './Facts.tsx';

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
    noteFactsShown(person.id, { meetingId, ids: [...ids] }).catch(console.error);
  }, [ids.join()]);
  return (
    <Facts
      facts={ids.flatMap((id) =>
        pickFacts(
          facts.filter((fact) => fact.id === id),
          today,
        ),
      )}
      onStillTrue={(fact) => attempt(async () => say(t('briefConfirmed'), await confirmFact(fact.id)))}
      onForget={(fact) =>
        attempt(async () => say(t('briefForgotten', fact.text), await remove('facts', [fact.id])))
      }
    />
  );
}
