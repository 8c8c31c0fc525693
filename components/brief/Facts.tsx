import type { Fact } from '../../prep/records/fact.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Facts.module.css';

interface FactsProps {
  /** At most two. */
  facts: { fact: Fact; stale: boolean }[];
  onStillTrue: (fact: Fact) => void;
  onForget: (fact: Fact) => void;
}

/** At most two things to remember; one over a year old asks whether it is still true. */
export function Facts({ facts, onStillTrue, onForget }: FactsProps) {
  if (facts.length === 0) return null;
  return (
    <section class={styles.remember} aria-label={t('briefRemember')}>
      <Icon name="fact" />
      <ul>
        {facts.map(({ fact, stale }) => (
          <li key={fact.id}>
            <bdi class="grow">{fact.text}</bdi>
            {stale && (
              <span class={styles.ask}>
                <button
                  type="button"
                  class="link"
                  aria-label={t('briefStillTrueOf', fact.text)}
                  onClick={() => onStillTrue(fact)}
                >
                  {t('briefStillTrue')}
                </button>
                <button
                  type="button"
                  class="ib s"
                  title={t('briefNoLonger')}
                  aria-label={t('briefNoLongerOf', fact.text)}
                  onClick={() => onForget(fact)}
                >
                  <Icon name="close" size={14} />
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
