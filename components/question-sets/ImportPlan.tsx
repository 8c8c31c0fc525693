import { changesIn, type SetPlan } from '../../prep/question-import.ts';
import { plural, t } from '../../storage/words.ts';
import styles from '../ui/files/import.module.css';
import '../ui/tag.css';

/** Questions of a set that are listed; the others are counted. */
const LISTED = 200;

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
              <Lines plan={one} />
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lines({ plan: { added, changed } }: { plan: SetPlan }) {
  const all = [
    ...added.map(({ text }) => ({ text, what: t('setsPlanNew') })),
    ...changed.map(({ now }) => ({ text: now.text, what: t('setsPlanChanged') })),
  ];
  return (
    <>
      <ul class={styles.lines}>
        {all.slice(0, LISTED).map(({ text, what }) => (
          <li key={text}>
            <span class="meta">{what}</span>
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
      {all.length > LISTED && <p class="meta">{plural('setsMore', all.length - LISTED)}</p>}
    </>
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
