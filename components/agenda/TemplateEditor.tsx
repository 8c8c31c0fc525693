import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isRemovable } from '../../prep/agenda.ts';
import type { AgendaTemplate } from '../../prep/records/agenda.ts';
import { MOST_STEPS, withAdded, withMoved, withWords } from '../../prep/template-steps.ts';
import { changeTemplate, removeTemplateStep } from '../../storage/agenda-templates.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { GoalChips } from '../question-sets/GoalChips.tsx';
import { Icon } from '../ui/Icon.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './agenda.module.css';
import { SavedField } from './SavedField.tsx';

type Change = Parameters<typeof changeTemplate>[1];
type Steps = AgendaTemplate['steps'];

interface TemplateEditorProps {
  template: AgendaTemplate;
  /** It was just made: the cursor is in its name. */
  naming: boolean;
  onCopy: () => void;
  onExport: () => void;
}

/** One of the user's own agendas: its name, its goals and its steps, saved as they are changed. */
export function TemplateEditor({ template, naming, onCopy, onExport }: TemplateEditorProps) {
  const attempt = useAttempt();
  const say = useToast();
  const { id, steps } = template;
  const box = useRef<HTMLDivElement>(null);
  const adding = useRef(false);
  const field = (at: number) => box.current?.querySelectorAll<HTMLInputElement>('input[type=text]').item(at);
  useEffect(() => {
    if (naming) begin(field(0));
  }, [naming]);
  // After the name and what it is for.
  useLayoutEffect(() => {
    if (adding.current) begin(field(steps.length + 1));
    adding.current = false;
  }, [steps.length]);
  const set = (change: Change) => attempt(() => changeTemplate(id, change));
  const text = (change: Change, value: string) =>
    // An emptied name or step stays as it was until something is written.
    value.trim() === '' ? Promise.resolve() : changeTemplate(id, change);
  /** Changes the steps as they are stored: those drawn may be older than the last press. */
  const setSteps = (to: (steps: Steps) => Steps) => set((stored) => ({ steps: to(stored.steps) }));
  const move = (step: string, by: number) => setSteps((stored) => withMoved(stored, step, by));
  const takeOut = (step: Steps[number]) =>
    attempt(async () => {
      const undo = await removeTemplateStep(id, step.id);
      // What had the focus goes with its step.
      keepFocus(() => field(2));
      if (undo) say(t('agendaLeftOut', step.text), undo);
    });
  return (
    <div class={styles.editor} ref={box}>
      <SavedField
        label={t('templateTitle')}
        stored={template.title}
        save={(title) => text({ title: title.trim() }, title)}
      />
      <SavedField
        label={t('setsDescription')}
        stored={template.description}
        save={(description) => changeTemplate(id, { description: description.trim() })}
      />
      <GoalChips
        label={t('templateGoals', template.title)}
        chosen={template.goals}
        onChange={(goals) => set({ goals })}
      />
      <ol class={styles.steps} aria-label={t('templateSteps', template.title)}>
        {steps.map((step, at) => (
          <li key={step.id} class={styles.editStep}>
            <SavedField
              label={t('templateStep', at + 1)}
              stored={step.text}
              save={(words) =>
                text((stored) => ({ steps: withWords(stored.steps, step.id, words.trim()) }), words)
              }
            />
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                class="ib s"
                disabled={!steps[at + by]}
                aria-label={t(by < 0 ? 'templateUp' : 'templateDown', step.text)}
                onClick={() => move(step.id, by)}
              >
                <span class={by < 0 ? styles.up : undefined}>
                  <Icon name="down" size={14} />
                </span>
              </button>
            ))}
            {steps.length > 1 && isRemovable(step) && (
              <button
                type="button"
                class="ib s"
                aria-label={t('agendaRemoveOf', step.text)}
                onClick={() => takeOut(step)}
              >
                <Icon name="close" size={14} />
              </button>
            )}
          </li>
        ))}
      </ol>
      <div class={styles.acts}>
        <button
          type="button"
          class="btn small"
          disabled={steps.length >= MOST_STEPS}
          onClick={() => {
            adding.current = true;
            void setSteps((stored) =>
              withAdded(stored, { id: crypto.randomUUID(), text: t('templateNewStep'), kind: 'plain' }),
            );
          }}
        >
          {t('templateAddStep')}
        </button>
        <button
          type="button"
          class="btn small"
          aria-label={t('templateCopyLabel', template.title)}
          onClick={onCopy}
        >
          {t('templateCopy')}
        </button>
        <button
          type="button"
          class="btn small"
          aria-label={t('templateExportOf', template.title)}
          onClick={onExport}
        >
          {t('templateExportOne')}
        </button>
        <button
          type="button"
          class="btn small danger"
          aria-label={t('templateDeleteOf', template.title)}
          onClick={() =>
            attempt(async () => {
              say(t('templateDeleted', template.title), await remove('agendaTemplates', [id]));
              keepFocus(() => document.getElementById('title'));
            })
          }
        >
          {t('templateDelete')}
        </button>
      </div>
    </div>
  );
}

/** What is in it gives way to the first key. */
function begin(field: HTMLInputElement | null | undefined): void {
  field?.focus();
  field?.select();
}
