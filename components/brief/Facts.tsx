import type { PickedFact } from '../../prep/order.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import styles from './Facts.module.css';

// Few facts are that old.
const StillTrue = lazy(async () => (await import('./StillTrue.tsx')).StillTrue);

/** At most two things to remember; one over a year old asks whether it is still true. */
export function Facts({ facts }: { facts: PickedFact[] }) {
  if (facts.length === 0) return null;
  return (
    <section class={styles.remember} aria-label={t('briefRemember')}>
      <Icon name="fact" />
      <ul>
        {facts.map(({ fact, stale }) => (
          <li key={fact.id}>
            <bdi class="grow">{fact.text}</bdi>
            {stale && <StillTrue fact={fact} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
