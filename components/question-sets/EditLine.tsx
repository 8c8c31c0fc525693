import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { dropDraft, writeDraft } from '../../storage/drafts.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useOnLeave } from '../ui/useOnLeave.ts';
import { useSavedText } from '../ui/useSavedText.ts';

interface EditLineProps {
  label: string;
  value: string;
  /** What to say when nothing is left; missing: it may be empty. */
  needed?: string;
  onSave: (text: string) => Promise<unknown>;
  /** Where the text is kept when the page goes away before it is written; it is written when the field is drawn again. */
  draft?: string;
  /** Enter, Esc: the field is done with. */
  onDone: () => void;
  /** Takes the focus, with all of its text chosen or with the cursor at its end. */
  focus?: 'all' | 'end' | undefined;
  describedBy?: string;
}

/**
 * One text edited in its place and saved as it is typed. Enter is done, Esc puts back what it was; leaving it
 * empty, where words are needed, puts back what it was too.
 */
export function EditLine(props: EditLineProps) {
  const { label, value, needed, onSave, draft, onDone, focus, describedBy } = props;
  const [first] = useState(value);
  const [empty, setEmpty] = useState(false);
  const blank = (text: string) => needed !== undefined && text.trim() === '';
  const keep = async (text: string) => {
    if (draft && !blank(text)) await writeDraft(draft, text).catch(console.error);
  };
  const saved = useSavedText(
    value,
    async (text) => {
      if (blank(text)) return;
      try {
        await onSave(text);
      } catch (error) {
        await keep(text);
        throw error;
      }
      if (draft) await dropDraft(draft).catch(console.error);
    },
    draft ? (text) => void keep(text) : undefined,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  useEffect(() => {
    if (!focus || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(focus === 'all' ? 0 : value.length, value.length);
  }, []);

  // Left while empty, with its row or with the page: what was deleted letter by letter comes back whole; where the page
  // closes in another store as well, as the write may not get through any more.
  const putBack = async (closing: boolean) => {
    if (!blank(saved.text)) return;
    await Promise.all([closing && keep(first), onSave(first)]);
    if (closing && draft) await dropDraft(draft);
  };
  const last = useRef(putBack);
  last.current = putBack;
  useOnLeave(
    useCallback(() => last.current(false).catch(console.error), []),
    useCallback(() => last.current(true).catch(console.error), []),
  );

  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      if (blank(saved.text)) return setEmpty(true);
      saved.flush();
      onDone();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      saved.type(first);
      saved.flush();
      onDone();
    }
  };
  const problem = empty && blank(saved.text);
  return (
    <>
      <textarea
        ref={field}
        class="field"
        dir="auto"
        rows={1}
        aria-label={label}
        placeholder={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={[problem ? `${id}-error` : '', describedBy ?? ''].join(' ').trim() || undefined}
        value={saved.text}
        maxLength={1_000}
        onInput={(event) => {
          setEmpty(false);
          saved.type(event.currentTarget.value);
        }}
        onBlur={saved.flush}
        onKeyDown={key}
      />
      {problem && (
        <p class="error" id={`${id}-error`} role="alert">
          <Icon name="warning" size={14} />
          {needed}
        </p>
      )}
      {saved.state === 'failed' && (
        <p class="error" role="alert">
          <Icon name="warning" size={14} />
          {t('setsNotSaved')}
        </p>
      )}
    </>
  );
}
