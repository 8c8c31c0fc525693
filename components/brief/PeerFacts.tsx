import { useEffect, useRef } from 'preact/hooks';
import { pickFacts } from '../../prep/order.ts';
import type { Fact } from '../../prep/records/fact.ts';
import type { PeerBrief } from '../../storage/brief.ts';
import { Facts } from './Facts.tsx';

// Writing comes after the first content: fetched at once then.
const storage = () => import('../../storage/facts.ts');

interface PeerFactsProps {
  peer: PeerBrief;
  meetingId: string;
  today: string;
  /** Which facts come before all others, whatever was shown. */
  isFirst: (fact: Fact) => boolean;
}

/**
 * At most two facts, chosen once for a meeting: they stay in their places however often its brief is opened. Chosen anew
 * only when one that now comes first is not among them.
 */
export function PeerFacts({ peer, meetingId, today, isFirst }: PeerFactsProps) {
  const { person, facts, shownFacts } = peer;
  const chosen = useRef<readonly string[]>([]);
  const known = shownFacts?.meetingId === meetingId ? shownFacts.ids : [];
  const pick = (from: readonly Fact[], last?: readonly string[]) => pickFacts(from, today, 2, last, isFirst);
  const before = chosen.current.length > 0 ? chosen.current : known;
  const kept = facts.filter(({ id }) => before.includes(id));
  const anew = facts.some(isFirst) && !kept.some(isFirst);
  if (anew || (kept.length === 0 && chosen.current.length === 0))
    chosen.current = pick(facts, known.length > 0 ? [] : shownFacts?.ids).map(({ fact }) => fact.id);
  else chosen.current = before;
  const ids = chosen.current;
  useEffect(() => {
    if (ids.length === 0 || known.join() === ids.join()) return;
    storage()
      .then(({ noteFactsShown }) => noteFactsShown(person.id, { meetingId, ids: [...ids] }))
      .catch(console.error);
  }, [ids.join()]);
  return <Facts facts={ids.flatMap((id) => pick(facts.filter((fact) => fact.id === id)))} />;
}
