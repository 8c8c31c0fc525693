import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { changeEntry, type Editable, type EntryChange } from '../../storage/change-entry.ts';
import { type Deletable, remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { useKeptForm } from '../drafts/useKeptForm.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { EntryFields } from './EntryFields.tsx';
import { changesOf, type EditableEntry, type EntryValues, readValues, valuesOf } from './entry-values.ts';
import styles from './Person.module.css';

interface EntryFormProps {
  entry: EditableEntry;
  today: string;
  /** Done, or given up; the keyboard goes back to the row. */
  onClose: () => void;
}

/** All that can be changed of one record. What is typed is kept until it is stored or given up. */
export function EntryForm({ entry, today, onClose }: EntryFormProps) {
  const stored = valuesOf(entry);
  const form = useKeptForm<EntryValues>(`entry ${entry.table} ${entry.row.id}`, stored, readValues);
  const [missing, setMissing] = useState(false);
  const attempt = useAttempt();
  const say = useToast();
  const busy = useRef(false);
  const box = useRef<HTMLFormElement>(null);
  const id = useId();
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);

  const once = async (act: () => Promise<unknown>) => {
    if (busy.current) return;
    busy.current = true;
    const stored = await attempt(act);
    busy.current = false;
    if (stored) onClose();
  };
  const save = () => {
    // What is wrong is said beside it, and would be lost.
    const wrong = box.current?.querySelector<HTMLElement>('input[type=date][aria-invalid]');
    if (wrong) return wrong.focus();
    const value = form.now();
    // An answer may be empty again.
    if (value.text.trim() === '' && entry.table !== 'askings') return setMissing(true);
    const change = changesOf(stored, value) as Partial<EntryChange[Editable]>;
    void once(async () => {
      if (Object.keys(change).length > 0)
        say(t('entry_changed'), await changeEntry(entry.table, entry.row.id, change));
      await form.done();
    });
  };
  const drop = () =>
    void once(async () => {
      say(t('entry_deleted'), await remove(entry.table as Deletable, [entry.row.id]));
      await form.done();
    });
  const giveUp = () => void form.done().then(onClose);
  return (
    <form
      ref={box}
      class={styles.form}
      aria-label={t('entry_change')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          giveUp();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      <EntryFields
        entry={entry}
        value={form.value}
        today={today}
        missing={missing ? `${id}-missing` : undefined}
        onChange={(some) => {
          form.change(some);
          setMissing(false);
        }}
      />
      {missing && (
        <p class="error" id={`${id}-missing`} role="alert">
          {t('entry_empty')}
        </p>
      )}
      <div class="row">
        <button type="submit" class="btn primary small" aria-keyshortcuts="Control+Enter Meta+Enter">
          {t('entry_save')}
        </button>
        <button type="button" class="btn small" onClick={giveUp}>
          {t('entry_cancel')}
        </button>
        <span class="grow" />
        {entry.table !== 'askings' && (
          <button type="button" class="btn quiet small" onClick={drop}>
            {t('entry_delete')}
          </button>
        )}
      </div>
    </form>
  );
}
