import { useId, useRef, useState } from 'preact/hooks';
import type { Option } from '../../prep/records/agenda.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './agenda.module.css';
import { VERDICTS, verdictText } from './words.ts';

interface OptionsProps {
  options: readonly Option[];
  /** Resolves to false when it could not be stored, and has said so. */
  onAdd: (text: string) => Promise<boolean>;
  onVerdict: (option: Option, verdict: Option['verdict']) => void;
  onRemove: (option: Option) => void;
}

/** What the two could do: each option agreed, maybe or no; a second press on a verdict takes it back. */
export function Options({ options, onAdd, onVerdict, onRemove }: OptionsProps) {
  const [text, setText] = useState('');
  /** What stands in the field, before it is drawn: the next key may come first. */
  const latest = useRef('');
  const id = useId();
  const type = (next: string) => {
    latest.current = next;
    setText(next);
  };
  const add = async () => {
    const option = latest.current.trim();
    if (option === '') return;
    type('');
    const stored = await onAdd(option);
    // Not stored, as was said: the words go back to their field.
    if (!stored) type([option, latest.current].filter(Boolean).join(' '));
  };
  return (
    <div class={styles.field}>
      {options.length > 0 && (
        <ul class={styles.options}>
          {options.map((option) => (
            <li key={option.id}>
              <bdi class={option.verdict === 'no' ? styles.no : ''}>{option.text}</bdi>
              <span class={styles.verdicts}>
                <fieldset class="seg" aria-label={t('agendaVerdictOf', option.text)}>
                  {VERDICTS.map((verdict) => (
                    <button
                      key={verdict}
                      type="button"
                      aria-pressed={option.verdict === verdict}
                      onClick={() => onVerdict(option, option.verdict === verdict ? 'open' : verdict)}
                    >
                      {verdictText(verdict)}
                    </button>
                  ))}
                </fieldset>
                <button
                  type="button"
                  class="ib s"
                  aria-label={t('agendaRemoveOf', option.text)}
                  title={t('agendaRemove')}
                  onClick={() => onRemove(option)}
                >
                  <Icon name="close" size={14} />
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <label class="vh" for={id}>
        {t('agendaAddOption')}
      </label>
      <input
        id={id}
        class="field"
        type="text"
        dir="auto"
        maxLength={1_000}
        placeholder={t('agendaAddOption')}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          void add();
        }}
      />
    </div>
  );
}
