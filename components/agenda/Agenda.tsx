import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { currentStep, isRemovable, withStep } from '../../prep/agenda.ts';
import type { Agenda as AgendaRecord, AgendaStep } from '../../prep/records/agenda.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './agenda.module.css';
import { type StepActs, StepBody } from './StepBody.tsx';

interface AgendaProps extends StepActs {
  agenda: AgendaRecord;
  /** One line under the title: "The first few may feel awkward." */
  hint?: string | undefined;
  /** Below the steps. */
  children?: ComponentChildren;
  onRemoveStep: (step: AgendaStep) => void;
  onRemove: () => void;
}

/** The course of a meeting: each step ticked, skipped or left out; the one that the talk is at stands open. */
export function Agenda({ agenda, hint, children, onRemoveStep, onRemove, ...acts }: AgendaProps) {
  const id = useId();
  const at = currentStep(agenda);
  const left = agenda.steps.filter(({ state }) => state === 'open').length;
  return (
    <section class="sec" aria-labelledby={id} id="agenda">
      <header>
        <h2 class="grow" id={id}>
          <bdi>{agenda.title}</bdi> {left > 0 && <span class="n">{left}</span>}
        </h2>
        <button
          type="button"
          class="ib s"
          aria-label={t('agendaTakeAway')}
          title={t('agendaTakeAway')}
          onClick={onRemove}
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      {hint && <p class="meta">{hint}</p>}
      <ol class={styles.steps}>
        {agenda.steps.map((step) => (
          <Step
            key={step.id}
            agenda={agenda}
            step={step}
            isNow={step.id === at?.id}
            onRemoveStep={onRemoveStep}
            {...acts}
          />
        ))}
      </ol>
      {children}
    </section>
  );
}

interface StepProps extends StepActs {
  agenda: AgendaRecord;
  step: AgendaStep;
  isNow: boolean;
  onRemoveStep: (step: AgendaStep) => void;
}

function Step({ agenda, step, isNow, onRemoveStep, ...acts }: StepProps) {
  const { onChange } = acts;
  const set = (state: AgendaStep['state']) =>
    void onChange(({ steps }) => ({ steps: withStep(steps, step.id, state) }));
  const over = step.state !== 'open';
  const plain = step.kind === 'plain' || step.kind === 'check-in';
  return (
    <li class={over ? 'done' : ''} aria-current={isNow ? 'step' : undefined}>
      <div class={styles.step}>
        <input
          class="tick"
          type="checkbox"
          checked={step.state === 'done'}
          aria-label={t('agendaDone', step.text)}
          onChange={(event) => set(event.currentTarget.checked ? 'done' : 'open')}
        />
        <span class={`t ${isNow ? styles.now : ''}`}>
          <bdi>{step.text}</bdi>
          {step.state === 'skipped' && <span class="meta"> {t('agendaSkipped')}</span>}
        </span>
        {isRemovable(step) ? (
          <button
            type="button"
            class={`ib s ${styles.act}`}
            aria-label={t('agendaLeaveOutOf', step.text)}
            title={t('agendaLeaveOut')}
            onClick={() => onRemoveStep(step)}
          >
            <Icon name="close" size={14} />
          </button>
        ) : (
          <button
            type="button"
            class="link"
            aria-label={t(step.state === 'skipped' ? 'agendaUnskipOf' : 'agendaSkipOf', step.text)}
            onClick={() => set(step.state === 'skipped' ? 'open' : 'skipped')}
          >
            {t(step.state === 'skipped' ? 'agendaUnskip' : 'agendaSkip')}
          </button>
        )}
      </div>
      {!plain && (
        <details class={styles.body} open={isNow}>
          <summary class="meta">
            <Icon name="right" size={12} />
            {t('agendaWrite')}
          </summary>
          <StepBody agenda={agenda} step={step} {...acts} />
        </details>
      )}
    </li>
  );
}
