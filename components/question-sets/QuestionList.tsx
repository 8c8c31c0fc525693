import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SetWithQuestions } from '../../prep/question-import.ts';
import { type Line, takeBegunLine } from '../../storage/draft-lines.ts';
import type { Slot } from '../../storage/draft-slots.ts';
import { moveQuestion } from '../../storage/question-sets.ts';
import { addQuestion } from '../../storage/questions.ts';
import { plural, t } from '../../storage/words.ts';
import { AddLine } from '../ui/AddLine.tsx';
import { Icon } from '../ui/Icon.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { QuestionRow } from './QuestionRow.tsx';
import styles from './questions.module.css';
import { useReorder } from './useReorder.ts';

/** Rows drawn at first and with each "Show more": all of an ordinary set, little enough to draw at once. */
const PAGE = 50;

/** The questions of a set, in order: edit, move, add. */
export function QuestionList({ set }: { set: SetWithQuestions }) {
  const [rows, setRows] = useState(PAGE);
  const { adding, line, button, draft, begun, open, close } = useAdding(`question ${set.id}`);
  const [added, setAdded] = useState('');
  const byId = new Map(set.questions.map((question) => [question.id, question]));
  const reorder = useReorder({
    ids: set.questions.map((question) => question.id),
    nameOf: (id) => byId.get(id)?.text ?? '',
    onMove: moveQuestion,
  });
  const total = set.questions.length;
  const hidden = Math.max(0, total - rows);

  const add = async (text: string) => {
    if (!(await addQuestion(set.id, text))) return t('setsNeedsWords');
    setAdded(t('setsAdded', total + 1));
    // With nothing hidden, the new one is in sight too.
    if (hidden === 0) setRows((now) => Math.max(now, total + 1));
    return undefined;
  };

  return (
    <div class={styles.questions}>
      {total === 0 && !adding && <p class="meta">{t('setsNoQuestions')}</p>}
      <ol ref={reorder.list} aria-label={t('setsQuestionsOf', set.title)}>
        {reorder.shown.slice(0, rows).map((id) => {
          const question = byId.get(id);
          return question && <QuestionRow key={id} question={question} reorder={reorder} />;
        })}
      </ol>
      {adding && (
        <div
          ref={line}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            // What is written stays as a draft.
            event.stopPropagation();
            close(true);
          }}
        >
          <AddLine label={t('setsAddQuestion')} onAdd={add} draft={draft} begun={begun} onClose={close} />
        </div>
      )}
      <div class={styles.after}>
        {!adding && (
          <button ref={button} type="button" class="btn quiet small" onClick={() => void open()}>
            <Icon name="add" size={14} />
            {t('setsAddQuestion')}
          </button>
        )}
        <span class="grow" />
        {hidden > 0 && (
          <button type="button" class="btn quiet small" onClick={() => setRows(rows + PAGE)}>
            {plural('setsShowMore', Math.min(hidden, PAGE))}
          </button>
        )}
      </div>
      <p class="vh" role="status">
        {reorder.said || added}
      </p>
    </div>
  );
}

/** Whether the line to add with is open, and what was begun in it: that is shown again, also in a page opened anew. */
function useAdding(draft: string) {
  const [adding, setAdding] = useState(false);
  const [begun, setBegun] = useState<Slot<Line>>();
  const line = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wanted = useRef(false);
  /** Open, or gone: nothing can be offered. */
  const closed = useRef(true);

  const show = async () => {
    const old = await takeBegunLine(draft).catch(() => undefined);
    if (!closed.current || !(old || wanted.current)) return void old?.free();
    closed.current = false;
    setBegun(old);
    setAdding(true);
  };
  useEffect(() => void show(), []);
  useLayoutEffect(
    () => () => {
      closed.current = false;
    },
    [],
  );
  useEffect(() => {
    // A line that was begun does not take the focus by itself.
    if (adding && wanted.current) line.current?.querySelector('input')?.focus();
    wanted.current = false;
  }, [adding]);

  const open = () => {
    wanted.current = true;
    return show();
  };
  const close = (back: boolean) => {
    closed.current = true;
    setAdding(false);
    if (back) keepFocus(() => button.current);
  };
  return { adding, line, button, draft, begun, open, close };
}
