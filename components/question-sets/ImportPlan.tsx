import { changesIn, type SetPlan } from '../../prep/question-import.ts';
import { plural, t } from '../../storage/words.ts';
import styles from './question-sets.module.css';

/** What an import would change, set by set; the questions behind a disclosure. */
export function ImportPlan({ plan }: { plan: readonly SetPlan[] }) {
  if (plan.length === 0) return null;
  return (
    <div class={styles.plan}>
      <h3>{changesIn(plan) > 0 ? t('setsWouldChange') : t('setsAllHere')}</h3>
      <ul>
        {plan.map((one) => (
          <li key={one.set.title}>
            <details>
              <summary>
                <strong dir="auto">{one.set.title}</strong>
                <span class={one.into ? 'tag' : 'tag soft'}>{one.into ? t('setsHere') : t('setsNew')}</span>
                <span class="meta">{counts(one)}</span>
              </summary>
              <ul class={styles.lines}>
                {one.added.map(({ text }) => (
                  <li key={text}>
                    <span class="meta">{t('setsPlanNew')}</span>
                    <span dir="auto">{text}</span>
                  </li>
                ))}
                {one.changed.map(({ old, now }) => (
                  <li key={old.id}>
                    <span class="meta">{t('setsPlanChanged')}</span>
                    <span dir="auto">{now.text}</span>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

function counts(one: SetPlan): string {
  const parts = [
    one.headChanged ? t('setsPlanHead') : '',
    one.added.length > 0 ? plural('setsPlanAdded', one.added.length) : '',
    one.changed.length > 0 ? plural('setsPlanUpdated', one.changed.length) : '',
    one.same > 0 ? plural('setsPlanSame', one.same) : '',
  ].filter(Boolean);
  return parts.join(', ') || t('setsPlanEmpty');
}
