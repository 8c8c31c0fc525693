import type { Goal } from '../../prep/records/question.ts';
import { GOALS } from '../../prep/scales.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { goalText } from '../ui/scale-words.ts';
import styles from './Goals.module.css';

/** How many goals stand as chips; the others are behind the arrow. */
const SHOWN = 3;
const FIRST: readonly Goal[] = ['work-better', 'shared-problem', 'ideas'];

/** What this meeting is for: one tap, remembered per peer. */
export function Goals({ goal, onChoose }: { goal: Goal; onChoose: (goal: Goal) => void }) {
  const shown = FIRST.includes(goal) ? FIRST : [goal, ...FIRST].slice(0, SHOWN);
  const others = GOALS.filter((option) => !shown.includes(option));
  return (
    <fieldset class={styles.goal}>
      <legend class="meta">{t('briefGoal')}</legend>
      {shown.map((option) => (
        <label key={option} class="chip">
          <input type="radio" name="goal" checked={option === goal} onChange={() => onChoose(option)} />
          {goalText(option)}
        </label>
      ))}
      <Choice
        class="chip icon"
        label={t('briefMoreGoals')}
        options={others.map((value) => ({ value, text: goalText(value) }))}
        onChoose={onChoose}
      >
        <Icon name="down" size={12} />
      </Choice>
    </fieldset>
  );
}
