import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Goal, goal as goals } from '../../prep/records/question.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { goalText } from '../ui/scale-words.ts';

/** The goals that are always in sight (Evanish's four); the others follow on a tap, or when chosen. */
const FIRST = 4;

interface GoalChipsProps {
  label: string;
  chosen: readonly Goal[];
  /** Answers false when it could not be stored: then the chips say again what is. */
  onChange: (goals: Goal[]) => Promise<boolean>;
}

/** Any number of the eight goals; none means any. */
export function GoalChips({ label, chosen: stored, onChange }: GoalChipsProps) {
  const [all, setAll] = useState(false);
  // Two taps may be quicker than what is stored: the second one counts from the first.
  const latest = useRef(stored);
  const [chosen, setChosen] = useState(stored);
  const writing = useRef(0);
  useLayoutEffect(() => {
    // The first of two taps is heard of while the second is being written: a third one counts from both.
    if (writing.current > 0) return;
    latest.current = stored;
    setChosen(stored);
  }, [stored.join()]);
  const shown = goals.options.filter((one, index) => all || index < FIRST || chosen.includes(one));
  const hidden = goals.options.length - shown.length;
  const last = useRef(stored);
  last.current = stored;
  const toggle = async (one: Goal) => {
    const next = goals.options.filter((other) => (other === one) !== latest.current.includes(other));
    latest.current = next;
    setChosen(next);
    writing.current += 1;
    const written = await onChange(next);
    writing.current -= 1;
    // A later tap has counted from this one, and speaks for both.
    if (written || latest.current !== next) return;
    latest.current = last.current;
    setChosen(last.current);
  };
  return (
    <fieldset class="chips" aria-label={label}>
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          class="chip"
          aria-pressed={chosen.includes(one)}
          onClick={() => toggle(one)}
        >
          {goalText(one)}
        </button>
      ))}
      {hidden > 0 && (
        <button type="button" class="chip" aria-expanded={false} onClick={() => setAll(true)}>
          {t('setsMoreGoals', hidden)}
          <Icon name="down" size={12} />
        </button>
      )}
    </fieldset>
  );
}
