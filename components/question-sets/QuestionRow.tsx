import { useRef, useState } from 'preact/hooks';
import { trust as levels, type Question } from '../../prep/records/question.ts';
import { changeQuestion, deleteQuestion, duplicateQuestion } from '../../storage/questions.ts';
import { t } from '../../storage/words.ts';
import { useWriting } from '../options/useWriting.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { goalText, trustText } from '../ui/scale-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { EditLine } from './EditLine.tsx';
import { GoalChips } from './GoalChips.tsx';
import { Grip } from './Grip.tsx';
import styles from './questions.module.css';
import type { useReorder } from './useReorder.ts';
import { useUnwritten } from './useUnwritten.ts';

interface QuestionRowProps {
  question: Question;
  reorder: ReturnType<typeof useReorder>;
}

/** One question: its words, edited in place; its trust; its own goals, if any; and what else can be done with it. */
export function QuestionRow({ question, reorder }: QuestionRowProps) {
  const [editing, setEditing] = useState(false);
  const say = useToast();
  const words = useRef<HTMLButtonElement>(null);
  const row = useRef<HTMLLIElement>(null);
  const id = question.id;
  const draft = `question words ${id}`;
  const write = useWriting();
  useUnwritten(draft, (text) => changeQuestion(id, { text }));

  const done = () => {
    setEditing(false);
    // The button is drawn again first.
    requestAnimationFrame(() => words.current?.focus());
  };
  const act = {
    edit: () => setEditing(true),
    duplicate: async () => say(t('setsQuestionCopied'), await duplicateQuestion(id)),
    delete: async () => {
      const beside = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
      const undo = await deleteQuestion(id);
      beside?.querySelector<HTMLElement>('[data-grip]')?.focus();
      say(t('setsQuestionDeleted'), undo);
    },
  };

  return (
    <li
      ref={row}
      {...reorder.row(id)}
      class={editing ? styles.editing : ''}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        if (editing && to && !event.currentTarget.contains(to)) setEditing(false);
      }}
    >
      <Grip grip={reorder.grip(id)} />
      {editing ? (
        <div>
          <EditLine
            label={t('setsQuestionWords')}
            value={question.text}
            needed={t('setsNeedsWords')}
            draft={draft}
            focus="end"
            describedBy={`hint-${id}`}
            onSave={(text) => changeQuestion(id, { text })}
            onDone={done}
          />
          <p class="hint" id={`hint-${id}`}>
            <kbd>{t('keyEnter')}</kbd> {t('setsKeySave')} <kbd>{t('keyEsc')}</kbd> {t('setsKeyLeave')}
          </p>
          <div class={styles.own}>
            <GoalChips
              label={t('setsQuestionGoals')}
              chosen={question.goals}
              onChange={(goals) => write(() => changeQuestion(id, { goals }))}
            />
            <p class="hint">{t('setsQuestionGoalsHint')}</p>
          </div>
        </div>
      ) : (
        <button
          ref={words}
          type="button"
          class={styles.words}
          dir="auto"
          title={t('setsEdit')}
          onClick={act.edit}
        >
          {question.text}
          {question.goals.length > 0 && <span class="meta">{question.goals.map(goalText).join(', ')}</span>}
        </button>
      )}
      <Choice
        class={`btn small quiet ${styles.level}`}
        label={t('setsTrustOf', trustText(question.trust), question.text)}
        value={question.trust}
        options={levels.options.map((value) => ({ value, text: trustText(value) }))}
        onChoose={(trust) => void write(() => changeQuestion(id, { trust }))}
      >
        {trustText(question.trust)}
        <Icon name="down" size={12} />
      </Choice>
      <Choice
        class="ib s"
        label={t('setsMore', question.text)}
        options={[
          { value: 'edit', text: t('setsEdit') },
          { value: 'duplicate', text: t('setsDuplicate') },
          { value: 'delete', text: t('setsDelete') },
        ]}
        onChoose={(what) => void write(async () => act[what]())}
      >
        <Icon name="more" />
      </Choice>
    </li>
  );
}
