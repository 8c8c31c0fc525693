import { agreedText } from '../../prep/agenda.ts';
import type { Agenda, AgendaStep } from '../../prep/records/agenda.ts';
import type { AgendaChange } from '../../storage/agendas.ts';
import { t } from '../../storage/words.ts';
import { DateButton } from '../close-out/DateButton.tsx';
import styles from './agenda.module.css';
import { Options } from './Options.tsx';
import { SavedField } from './SavedField.tsx';

/** A change of an agenda, told how it stands. */
export type Change = (agenda: Agenda) => AgendaChange;

export interface StepActs {
  /** Resolves to false when it could not be stored, and has said so. */
  onChange: (change: Change) => Promise<boolean>;
  /** Typed text: rejects when it could not be stored, and is tried again. */
  onText: (change: Change) => Promise<unknown>;
  onDecideAgain: (day: string | null) => void;
}

/** What a step is filled with. */
export function StepBody({ agenda, step, ...acts }: StepActs & { agenda: Agenda; step: AgendaStep }) {
  const { onChange, onText } = acts;
  switch (step.kind) {
    case 'views':
      return (
        <>
          <div class={styles.two}>
            <SavedField
              long
              label={t('agendaMyView')}
              stored={agenda.myView}
              save={(myView) => onText(() => ({ myView }))}
            />
            <SavedField
              long
              label={t('agendaTheirView')}
              stored={agenda.theirView}
              save={(theirView) => onText(() => ({ theirView }))}
            />
          </div>
          <Matters agenda={agenda} onText={onText} />
        </>
      );
    case 'options':
      return (
        <Options
          options={agenda.options}
          onAdd={(text) =>
            onChange(({ options }) => ({
              options: [...options, { id: crypto.randomUUID(), text, verdict: 'open' }],
            }))
          }
          onVerdict={({ id }, verdict) =>
            onChange(({ options }) => ({
              options: options.map((one) => (one.id === id ? { ...one, verdict } : one)),
            }))
          }
          onRemove={({ id }) =>
            onChange(({ options }) => ({ options: options.filter((one) => one.id !== id) }))
          }
        />
      );
    case 'agreement': {
      const agreed = agreedText(agenda.options);
      return (
        <p class={styles.agreed} dir="auto">
          {agreed || <span class="meta">{t('agendaNothingAgreed')}</span>}
        </p>
      );
    }
    case 'allies':
      return (
        <SavedField
          label={t('agendaAllies')}
          stored={agenda.allies}
          save={(allies) => onText(() => ({ allies }))}
        />
      );
    case 'decide-again':
      return (
        <div class="row">
          <span class="meta">{t('closeOutAgain')}</span>
          <DateButton label={t('closeOutAgain')} value={agenda.decideAgainOn} onChange={acts.onDecideAgain} />
        </div>
      );
    default:
      return null;
  }
}

/** Whom the problem matters to, and why (Rothman: the organisation, teams, customers). */
function Matters({ agenda, onText }: { agenda: Agenda; onText: StepActs['onText'] }) {
  const field = (whom: keyof Agenda['matters'], label: string) => (
    <SavedField
      label={label}
      stored={agenda.matters[whom]}
      save={(text) => onText(({ matters }) => ({ matters: { ...matters, [whom]: text } }))}
    />
  );
  return (
    <fieldset class={styles.matters}>
      <legend class="meta">{t('agendaMatters')}</legend>
      {field('organisation', t('agendaOrganisation'))}
      {field('teams', t('agendaTeams'))}
      {field('customers', t('agendaCustomers'))}
    </fieldset>
  );
}
