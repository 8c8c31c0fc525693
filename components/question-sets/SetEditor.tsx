import type { SetWithQuestions } from '../../prep/question-import.ts';
import { trust as levels } from '../../prep/records/question.ts';
import { changeSet } from '../../storage/question-sets.ts';
import { t } from '../../storage/words.ts';
import split from '../options/split.module.css';
import { useWriting } from '../options/useWriting.ts';
import { Icon } from '../ui/Icon.tsx';
import { trustText } from '../ui/scale-words.ts';
import { GoalChips } from './GoalChips.tsx';
import { Preview } from './Preview.tsx';
import { QuestionList } from './QuestionList.tsx';
import { SetHead } from './SetHead.tsx';
import styles from './set-editor.module.css';

interface SetEditorProps {
  set: SetWithQuestions;
  /** All sets: where the editor takes the place of the list. */
  backHref: string;
  naming: boolean;
  onDuplicate: () => void;
  onExport: () => void;
  onDelete: () => void;
}

/** Everything about one set. */
export function SetEditor({ set, backHref, ...head }: SetEditorProps) {
  const write = useWriting();
  return (
    <section class={`${split.editor} ${styles.editor}`} id="set" aria-labelledby="set-title" tabIndex={-1}>
      <div class={styles.head}>
        <a class={`btn quiet small ${split.back}`} href={backHref}>
          <Icon name="back" size={14} />
          {t('setsAll')}
        </a>
        <SetHead set={set} {...head} />
        <div class={styles.pairs}>
          <span>{t('setsGoals')}</span>
          <GoalChips
            label={t('setsGoalsOf', set.title)}
            chosen={set.goals}
            onChange={(goals) => write(() => changeSet(set.id, { goals }))}
          />
          <span>{t('setsTrust')}</span>
          <fieldset class="seg" aria-label={t('setsTrustOfSet', set.title)}>
            {levels.options.map((level) => (
              <label key={level}>
                <input
                  type="radio"
                  name="set-trust"
                  checked={level === set.trust}
                  onChange={async (event) => {
                    const radio = event.currentTarget;
                    if (await write(() => changeSet(set.id, { trust: level }))) return;
                    radio
                      .closest('fieldset')
                      ?.querySelectorAll('input')
                      .forEach((one, index) => {
                        one.checked = levels.options[index] === set.trust;
                      });
                  }}
                />
                {level === set.trust ? t('setsFrom', trustText(level)) : trustText(level)}
              </label>
            ))}
          </fieldset>
        </div>
      </div>
      <QuestionList set={set} />
      <Preview set={set} />
    </section>
  );
}
