import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { DateButton } from '../close-out/DateButton.tsx';
import { TAGS, tagText } from './entry-words.ts';
import styles from './Person.module.css';
import { Select } from './Select.tsx';

interface StateAndDayProps<State extends string> {
  state: State;
  states: readonly { value: State; text: string }[];
  onState: (state: State) => void;
  /** The name of the day. */
  label: string;
  day: string | null;
  onDay: (day: string | null) => void;
}

/** How it stands, and a day of it. */
export function StateAndDay<State extends string>(props: StateAndDayProps<State>) {
  const { state, states, onState, label, day, onDay } = props;
  return (
    <>
      <Labelled label={t('entry_state')}>
        <Select label={t('entry_state')} value={state} options={states} onChoose={onState} />
      </Labelled>
      <Labelled label={label}>
        <DateButton label={label} value={day} onChange={onDay} />
      </Labelled>
    </>
  );
}

/** Over a field, what it is: the field says so itself to a screen reader. */
export function Labelled({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <span class="label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

interface TagsProps {
  tags: readonly string[];
  onChange: (tags: (typeof TAGS)[number][]) => void;
}

/** What a note is about, any number of them. */
export function Tags({ tags, onChange }: TagsProps) {
  return (
    <fieldset>
      <legend class="label">{t('tag_about')}</legend>
      <div class="chips">
        {TAGS.map((tag) => (
          <label key={tag} class="chip">
            <input
              type="checkbox"
              checked={tags.includes(tag)}
              onChange={(event) =>
                onChange(
                  TAGS.filter((one) => (one === tag ? event.currentTarget.checked : tags.includes(one))),
                )
              }
            />
            {tagText(tag)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ShareableProps {
  shareable: boolean;
  off: boolean;
  onChange: (shareable: boolean) => void;
}

/** Whether it may stand on a cover sheet. */
export function Shareable({ shareable, off, onChange }: ShareableProps) {
  const id = useId();
  return (
    <div class={styles.check}>
      <input
        id={id}
        class="tick"
        type="checkbox"
        checked={shareable && !off}
        disabled={off}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{t('entry_shareable')}</label>
    </div>
  );
}
