import { useEffect, useId, useState } from 'preact/hooks';
import type { NoteOf } from '../../storage/notes.ts';
import { t } from '../../storage/words.ts';
import { lazy } from '../ui/lazy.tsx';
import { useAfterPaint } from '../ui/useAfterPaint.ts';
import { useKeptCaret } from '../ui/useKeptCaret.ts';
import { type SaveState, useSavedText } from '../ui/useSavedText.ts';
import styles from './Notes.module.css';

type Kind = 'before' | 'said';

const NoteMark = lazy(async () => (await import('../hints/NoteMarks.tsx')).MeetingNoteMark);

// Fetched right after the first content: a full disk, or an update in place, may be what it tells of.
const NotSaved = lazy(async () => (await import('./NotSaved.tsx')).NotSaved);

interface NotesProps {
  /** What is stored of each. */
  texts: Record<Kind, string>;
  /** Which one stands open: before the meeting the preparation, from its start what is said. */
  first: Kind;
  /** What each belongs to. */
  of: (kind: Kind) => NoteOf;
  save: (kind: Kind, text: string, base: string) => Promise<unknown>;
  /** Handed what is not written yet when the page goes away. */
  onLeaving: (kind: Kind, text: string, base: string) => void;
  /** Told whenever what is on the screen is, or is not, on the disk. */
  onState: (state: SaveState) => void;
}

/** Preparation apart from what was said, each saved as typed, also while the other one is shown. */
export function Notes({ texts, first, of, save, onLeaving, onState }: NotesProps) {
  const [kind, setKind] = useState<Kind>(first);
  const id = useId();
  const useNote = (one: Kind) =>
    useSavedText(
      texts[one],
      (text, base) => save(one, text, base),
      (text, base) => onLeaving(one, text, base),
    );
  const saved = { before: useNote('before'), said: useNote('said') };
  const failed = [saved.before, saved.said].filter(({ state }) => state === 'failed');
  const saving = saved.before.state === 'saving' || saved.said.state === 'saving';
  const state = failed.length > 0 ? 'failed' : saving ? 'saving' : 'saved';
  useEffect(() => onState(state), [state, onState]);
  useEffect(() => void NotSaved.preload(), []);

  const tab = (value: Kind, text: string) => (
    <button
      type="button"
      role="tab"
      id={`${id}-${value}`}
      aria-selected={kind === value}
      aria-controls={`${id}-panel`}
      tabIndex={kind === value ? 0 : -1}
      onClick={() => setKind(value)}
    >
      {text}
    </button>
  );
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = kind === 'before' ? 'said' : 'before';
    setKind(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  const painted = useAfterPaint();
  const { text, type, flush } = saved[kind];
  const field = useKeptCaret(text);
  const label = t(kind === 'before' ? 'briefBeforeLabel' : 'briefSaidLabel');
  return (
    <section class={`sec ${styles.notes}`} aria-labelledby={`${id}-h`}>
      <header>
        <h2 class="grow" id={`${id}-h`}>
          {t('briefNotes')}
        </h2>
        {painted && <NoteMark of={of(kind)} />}
        <div class="seg" role="tablist" aria-labelledby={`${id}-h`} onKeyDown={arrows}>
          {tab('before', t('briefBefore'))}
          {tab('said', t('briefSaid'))}
        </div>
      </header>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`}>
        {failed[0] && (
          <NotSaved since={failed[0].since} text={failed.map((note) => note.text).join('\n\n')} />
        )}
        <textarea
          // One field for each, so that the browser's own undo stays with its text.
          key={kind}
          ref={field}
          class="field"
          id="note"
          dir="auto"
          rows={2}
          maxLength={200_000}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={flush}
        />
      </div>
    </section>
  );
}
