import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dropUnsaved, keepUnsaved, type WordsOf } from '../../storage/unsaved.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useOnLeave } from '../ui/useOnLeave.ts';
import styles from './Row.module.css';

interface EditTextProps {
  text: string;
  /** Whose words they are. */
  of: WordsOf;
  /** Rejects when the words could not be stored: then they stay in the field. */
  onDone: (text: string) => Promise<unknown>;
  /** `back`: by the keyboard, so the focus goes back to the row; otherwise it has gone elsewhere. */
  onLeave: (back: boolean) => void;
}

/** Enter or leaving the field keeps what was written; Esc leaves it as it was; an emptied one stays as it was. */
export function EditText({ text, of, onDone, onLeave }: EditTextProps) {
  const field = useFocused();
  const done = useRef(false);
  const [failed, setFailed] = useState(false);
  const finish = async (back: boolean) => {
    const clean = field.current?.value.trim();
    if (done.current) return;
    done.current = true;
    try {
      if (clean && clean !== text) await onDone(clean);
      onLeave(back);
    } catch {
      done.current = false;
      setFailed(true);
    }
  };
  const last = useRef(finish);
  last.current = finish;
  // The panel follows another event, or closes: what was written is kept as well, and, as the write may not get through
  // any more, in another store.
  useLayoutEffect(() => {
    const leave = () => void last.current(false);
    const hide = async () => {
      const words = field.current?.value.trim();
      if (done.current || !words || words === text) return;
      const unsaved = { kind: 'words', of, text: words, base: text } as const;
      await Promise.all([keepUnsaved(unsaved), last.current(false)]);
      // Refused, it is still in its field, and waits.
      if (done.current) await dropUnsaved(unsaved);
    };
    const hidden = () => void hide().catch(console.error);
    addEventListener('pagehide', hidden);
    return () => {
      removeEventListener('pagehide', hidden);
      leave();
    };
  }, []);
  return (
    <span>
      <input
        class={`field ${styles.edit}`}
        type="text"
        dir="auto"
        maxLength={1_000}
        defaultValue={text}
        aria-label={t('rowEdit')}
        aria-invalid={failed ? true : undefined}
        ref={field}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void finish(true);
          if (event.key === 'Escape') {
            event.stopPropagation();
            done.current = true;
            onLeave(true);
          }
        }}
        onBlur={() => void finish(false)}
      />
      {failed && (
        <span class="error" role="alert">
          <Icon name="warning" size={14} />
          {t('uiNotStored')}
        </span>
      )}
    </span>
  );
}

const EARLIEST = '1900-01-01';
const LATEST = '9999-12-31';

interface EditDateProps {
  value: string | null;
  onDone: (day: string | null) => void;
  onLeave: (back: boolean) => void;
}

/** Enter or leaving the field, or what it stands in, takes the day, an emptied one takes it away; Esc and half a day leave it as it was. */
export function EditDate({ value, onDone, onLeave }: EditDateProps) {
  const field = useFocused();
  const done = useRef(false);
  const finish = (back: boolean) => {
    if (done.current || !field.current) return;
    done.current = true;
    const day = field.current.value || null;
    // A year half typed is a day of the first century.
    if (day !== value && !field.current.validity.badInput && (day ?? LATEST) >= EARLIEST) onDone(day);
    onLeave(back);
  };
  const last = useRef(finish);
  last.current = finish;
  // The panel follows another event, or closes: the day that was set is taken as well.
  useOnLeave(useCallback(() => last.current(false), []));
  return (
    <input
      class={`field ${styles.date}`}
      type="date"
      min={EARLIEST}
      max={LATEST}
      defaultValue={value ?? ''}
      aria-label={t('rowDate')}
      ref={field}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') {
          event.stopPropagation();
          done.current = true;
          onLeave(true);
        }
      }}
      onBlur={() => finish(false)}
    />
  );
}

/** A field that takes the focus when it appears, its text chosen. */
function useFocused() {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    if (field.current?.type === 'text') field.current.select();
  }, []);
  return field;
}
