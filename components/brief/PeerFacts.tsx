import { useEffect, useRef } from 'preact/hooks';
import { pickFacts } from '../../prep/order.ts';
import type { Fact } from '../../prep/records/fact.ts';
import { confirmFact, markFactsShown } from '../../storage/facts.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { Facts } from './Facts.tsx';

/** At most two facts, chosen once for the time that the brief is open. */
export function PeerFacts({ facts, today }: { facts: Fact[]; today: string }) {
  const say = useToast();
  const attempt = useAttempt();
  const chosen = useRef<string[] | undefined>(undefined);
  chosen.current ??= pickFacts(facts, today).map(({ fact }) => fact.id);
  const picked = pickFacts(
    facts.filter((fact) => chosen.current?.includes(fact.id)),
    today,
  );
  useEffect(() => {
    if (chosen.current && chosen.current.length > 0) void markFactsShown(chosen.current);
  }, []);
  return (
    <Facts
      facts={picked}
      onStillTrue={(fact) => attempt(async () => say(t('briefConfirmed'), await confirmFact(fact.id)))}
      onForget={(fact) =>
        attempt(async () => say(t('briefForgotten', fact.text), await remove('facts', [fact.id])))
      }
    />
  );
}
