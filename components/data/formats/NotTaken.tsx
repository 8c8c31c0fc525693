import type { PersonPlan } from '../../../prep/formats/people-plan.ts';
import { plural, t } from '../../../storage/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './formats.module.css';

/** Rows that are listed one by one; more say nothing new. */
const LISTED = 200;

/** Those of a file who are not taken, and why. */
export function NotTaken({ plans }: { plans: readonly PersonPlan[] }) {
  if (plans.length === 0) return null;
  return (
    <details>
      <summary>
        <Icon name="right" size={12} />
        {plural('format_leftOut', plans.length)}
      </summary>
      <ul class={styles.left}>
        {plans.slice(0, LISTED).map(({ index, contact, kind, people }) => (
          <li key={index}>
            <bdi>{contact.name}</bdi>
            <span class="meta">{why(kind, people)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function why(kind: PersonPlan['kind'], people: PersonPlan['people']): string {
  if (kind === 'own') return t('format_isOwn');
  if (kind === 'here') return t('format_isHere');
  return t('format_isTorn', people.map(({ name }) => name).join(', '));
}
