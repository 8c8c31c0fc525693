import { MARKS } from '../../prep/note-mark.ts';
import { t } from '../../storage/words.ts';
import { DateButton } from '../close-out/DateButton.tsx';
import { FACT_KINDS, factKindText } from '../close-out/words.ts';
import { dayText } from '../ui/dates.ts';
import { Labelled, Shareable, StateAndDay, Tags } from './EntryParts.tsx';
import type { EditableEntry, EntryValues } from './entry-values.ts';
import { DECISION_STATES, decisionStateText, markText, TOPIC_STATES, topicStateText } from './entry-words.ts';
import styles from './Person.module.css';
import { Select } from './Select.tsx';

interface EntryFieldsProps {
  entry: EditableEntry;
  value: EntryValues;
  today: string;
  /** The id of what says that the words are missing. */
  missing: string | undefined;
  onChange: (some: Partial<EntryValues>) => void;
}

/** The fields of one record: its words, and what its kind has beside them. */
export function EntryFields({ entry, value, today, missing, onChange }: EntryFieldsProps) {
  const isLong = entry.table === 'notes' || entry.table === 'decisions' || entry.table === 'askings';
  const field = {
    class: 'field',
    dir: 'auto' as const,
    'aria-label': entry.table === 'askings' ? t('person_page_an_answer') : t('entry_words'),
    'aria-invalid': missing ? true : undefined,
    'aria-describedby': missing,
    value: value.text,
  };
  return (
    <>
      {isLong ? (
        <textarea
          {...field}
          rows={4}
          maxLength={entry.table === 'askings' ? 20_000 : 100_000}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
      ) : (
        <input
          {...field}
          type="text"
          maxLength={1_000}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
      )}
      <div class={styles.fields}>{fieldsOf({ entry, value, today, onChange })}</div>
      {value.tags && <Tags tags={value.tags} onChange={(tags) => onChange({ tags })} />}
      {value.shareable !== undefined && (
        <Shareable
          shareable={value.shareable}
          // A marked note is never offered for a cover sheet.
          off={value.mark !== undefined && value.mark !== 'normal'}
          onChange={(shareable) => onChange({ shareable })}
        />
      )}
    </>
  );
}

function fieldsOf({ entry, value, today, onChange }: Omit<EntryFieldsProps, 'missing'>) {
  switch (entry.table) {
    case 'notes': {
      const { expiresOn } = entry.row;
      const marks = expiresOn === null ? MARKS : (['goes', ...MARKS] as const);
      const text = (mark: (typeof marks)[number]) =>
        mark === 'goes' ? t('person_page_expires', dayText(expiresOn ?? today, today)) : markText(mark);
      return (
        <Select
          label={t('entry_mark')}
          value={value.mark ?? 'normal'}
          options={marks.map((mark) => ({ value: mark, text: text(mark) }))}
          onChoose={(mark) =>
            onChange({ mark, ...(mark !== 'normal' && value.shareable && { shareable: false }) })
          }
        />
      );
    }
    case 'facts':
      return (
        <>
          <Labelled label={t('closeOutFactKind')}>
            <Select
              label={t('closeOutFactKind')}
              value={value.kind ?? 'other'}
              options={FACT_KINDS.map((kind) => ({ value: kind, text: factKindText(kind) }))}
              onChoose={(kind) => onChange({ kind })}
            />
          </Labelled>
          <Labelled label={t('entry_learnt')}>
            <DateButton
              label={t('entry_learnt')}
              value={value.learntOn ?? today}
              max={today}
              needed
              onChange={(day) => day && onChange({ learntOn: day })}
            />
          </Labelled>
        </>
      );
    case 'actionItems':
      return (
        <>
          <Labelled label={t('entry_whose')}>
            <Select
              label={t('entry_whose')}
              value={value.owner ?? 'me'}
              options={[
                { value: 'me', text: t('person_page_mine') },
                { value: 'them', text: t('person_page_theirs') },
                { value: 'both', text: t('person_page_both') },
              ]}
              onChoose={(owner) => onChange({ owner })}
            />
          </Labelled>
          <StateAndDay
            state={(value.state ?? 'open') as 'open' | 'kept' | 'dropped'}
            states={[
              { value: 'open', text: t('entry_open') },
              { value: 'kept', text: t('entry_kept') },
              { value: 'dropped', text: t('search_let_go') },
            ]}
            onState={(state) => onChange({ state })}
            label={t('entry_due')}
            day={value.due ?? null}
            onDay={(due) => onChange({ due })}
          />
        </>
      );
    case 'decisions':
      return (
        <StateAndDay
          state={(value.state ?? 'standing') as (typeof DECISION_STATES)[number]}
          states={DECISION_STATES.map((state) => ({ value: state, text: decisionStateText(state) }))}
          onState={(state) => onChange({ state })}
          label={t('closeOutAgain')}
          day={value.againOn ?? null}
          onDay={(againOn) => onChange({ againOn })}
        />
      );
    case 'topics':
      return (
        <StateAndDay
          state={(value.state ?? 'open') as (typeof TOPIC_STATES)[number]}
          states={TOPIC_STATES.map((state) => ({ value: state, text: topicStateText(state) }))}
          onState={(state) => onChange({ state })}
          label={t('entry_present')}
          day={value.presentOn ?? null}
          onDay={(presentOn) => onChange({ presentOn })}
        />
      );
    default:
      return null;
  }
}
