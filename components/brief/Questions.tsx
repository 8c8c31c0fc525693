import { useId, useState } from 'preact/hooks';
import { andThen } from '../../prep/and-then.ts';
import type { Suggestion } from '../../prep/suggest.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { useSavedText } from '../ui/useSavedText.ts';
import styles from './Questions.module.css';

/** A suggestion and what was done with it in this meeting. */
export interface QuestionRow extends Suggestion {
  asked: boolean;
  answer: string;
}

interface QuestionsProps {
  rows: QuestionRow[];
  /** Why these, in one line; empty without any. */
  why: string;
  /** Why one of them. */
  whyOf: (row: QuestionRow) => string;
  /** Whether there is any question at all; without one the section points to the options. */
  someSets: boolean;
  onAsk: (row: QuestionRow, asked: boolean) => void;
  /** `base`: what it was typed over. */
  onAnswer: (row: QuestionRow, answer: string, base: string) => Promise<unknown>;
  /** Handed an answer that is not written yet when the page goes away. */
  onLeaving: (row: QuestionRow, answer: string, base: string) => void;
  onSwap: (row: QuestionRow) => void;
  onSwapAll: () => void;
  onKeep: (row: QuestionRow) => void;
}

/** Three questions: easy, central, deeper. S swaps and K keeps for another time on a row; Space notes it as asked. */
export function Questions(props: QuestionsProps) {
  const { rows } = props;
  const id = useId();
  return (
    <section class="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('briefQuestions')}</h2>
        <p class={`meta grow ${styles.why}`} title={props.why}>
          {props.why}
        </p>
        {rows.some((row) => !row.asked) && (
          <button
            type="button"
            class="btn quiet small"
            aria-label={t('briefSwapAllLabel')}
            onClick={props.onSwapAll}
          >
            {t('briefSwapAll')}
          </button>
        )}
      </header>
      {rows.length === 0 && (
        <p class="meta">{props.someSets ? t('briefQuestionsUsedUp') : t('briefNoSets')}</p>
      )}
      <ul class="items">
        {rows.map((row) => (
          // By its place: the focus stays there when another question comes.
          <Question key={row.level} row={row} {...props} />
        ))}
      </ul>
    </section>
  );
}

const LEVELS = { easy: 'briefEasy', central: 'briefCentral', deeper: 'briefDeeper' } as const;

function Question({
  row,
  whyOf,
  onAsk,
  onAnswer,
  onLeaving,
  onSwap,
  onKeep,
}: QuestionsProps & { row: QuestionRow }) {
  const [further, setFurther] = useState(false);
  const key = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    // Held down, it would go on with the questions that come.
    if (event.repeat) return;
    const chosen = row.asked ? undefined : { s: onSwap, k: onKeep }[event.key.toLowerCase()];
    if (!chosen) return;
    event.preventDefault();
    chosen(row);
  };
  return (
    <li class={styles.row} onKeyDown={key}>
      <span class="m" title={row.asked ? undefined : whyOf(row)}>
        {t(LEVELS[row.level])}
        {!row.asked && <span class="vh">: {whyOf(row)}</span>}
      </span>
      <input
        class="tick"
        type="checkbox"
        checked={row.asked}
        aria-label={t('briefAsked', row.text)}
        aria-keyshortcuts={row.asked ? undefined : 'S K'}
        onChange={(event) => onAsk(row, event.currentTarget.checked)}
      />
      <span class="t">
        <bdi>{row.text}</bdi>
        {row.asked && (
          <Answer
            key={row.question.id}
            stored={row.answer}
            save={(answer, base) => onAnswer(row, answer, base)}
            onLeaving={(answer, base) => onLeaving(row, answer, base)}
            question={row.text}
          />
        )}
        {row.asked && further && (
          <span class={styles.then} dir="auto" role="status">
            {andThen(row.question.id, row.level)}
          </span>
        )}
      </span>
      <span class={styles.acts}>
        {row.asked ? (
          <button
            type="button"
            class="ib s"
            title={t('briefAndThen')}
            aria-label={t('briefAndThenOf', row.text)}
            aria-expanded={further}
            onClick={() => setFurther(!further)}
          >
            <Icon name="question" size={14} />
          </button>
        ) : (
          <>
            <button
              type="button"
              class="ib s"
              title={t('briefSwap')}
              aria-label={t('briefSwapOf', row.text)}
              onClick={() => onSwap(row)}
            >
              <Icon name="swap" />
            </button>
            <button
              type="button"
              class={`ib s ${styles.keep}`}
              title={t('briefKeep')}
              aria-label={t('briefKeepOf', row.text)}
              onClick={() => onKeep(row)}
            >
              <Icon name="later" />
            </button>
          </>
        )}
      </span>
    </li>
  );
}

/** A line for the answer, saved as typed. */
function Answer(props: {
  stored: string;
  question: string;
  save: (answer: string, base: string) => Promise<unknown>;
  onLeaving: (answer: string, base: string) => void;
}) {
  const { text, state, type, flush } = useSavedText(props.stored, props.save, props.onLeaving);
  return (
    <>
      <textarea
        class={`field ${styles.answer}`}
        dir="auto"
        rows={1}
        maxLength={20_000}
        aria-label={t('briefAnswerOf', props.question)}
        placeholder={t('briefAnswer')}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={flush}
      />
      {state === 'failed' && (
        <span class="error" role="alert">
          <Icon name="warning" size={14} />
          {t('briefAnswerNotSaved')}
        </span>
      )}
    </>
  );
}
