import type { Fact } from '../../prep/records/fact.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
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
              <Choice
                class="link"
                label={t('briefStillTrueOf', fact.text)}
                options={[
                  { value: 'yes', text: t('briefYesStill') },
                  { value: 'no', text: t('briefNoLonger') },
                ]}
                onChoose={(answer) => (answer === 'yes' ? onStillTrue(fact) : onForget(fact))}
              >
                {t('briefStillTrue')}
              </Choice>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
