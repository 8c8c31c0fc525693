import { addDays } from '../../prep/days.ts';
import type { Decision as DecisionRecord } from '../../prep/records/decision.ts';
import { addMonths } from '../../prep/series.ts';
import { changeDecision } from '../../storage/decisions.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { dayText } from '../ui/dates.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './overview.module.css';

type Answer = 'still' | 'week' | 'month' | 'changed' | 'dropped';

interface DecisionProps {
  decision: DecisionRecord;
  /** With whom; left out where it is clear. */
  who?: string;
  today: string;
}

/** A decision whose day has come: it still holds, comes back later, or holds no more. */
export function Decision({ decision, who, today }: DecisionProps) {
  const attempt = useAttempt();
  const say = useToast();
  const answer = (chosen: Answer) =>
    attempt(async () => {
      const changes = {
        still: { againOn: null },
        week: { againOn: addDays(today, 7) },
        month: { againOn: addMonths(today, 1) },
        changed: { state: 'changed' },
        dropped: { state: 'dropped' },
      } as const;
      say(t('backDecided', decision.text), await changeDecision(decision.id, changes[chosen]));
    });
  return (
    <li>
      <span class={`meta ${styles.kind}`}>{t('backDecide')}</span>
      <span class={styles.text}>
        <bdi>{decision.text}</bdi>
        <span class="meta">
          {' '}
          {who && <bdi>{who}</bdi>}
          {who && ', '}
          {t('backAgreedOn', dayText(decision.at, today))}
        </span>
      </span>
      <Choice
        class="btn small"
        label={t('backAnswerOf', decision.text)}
        options={[
          { value: 'still', text: t('backStill') },
          { value: 'week', text: t('backWeek') },
          { value: 'month', text: t('backMonth') },
          { value: 'changed', text: t('backChanged') },
          { value: 'dropped', text: t('backDropped') },
        ]}
        onChoose={answer}
      >
        {t('backAnswer')}
      </Choice>
    </li>
  );
}
