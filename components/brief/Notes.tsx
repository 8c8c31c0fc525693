import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { timeText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import { type SaveState, useSavedText } from '../ui/useSavedText.ts';
import styles from './Notes.module.css';

type Kind = 'before' | 'said';

interface NotesProps {
  /** What is stored of each. */
  texts: Record<Kind, string>;
  /** Which one stands open: before the meeting the preparation, from its start what is said. */
  first: Kind;
  save: (kind: Kind, text: string) => Promise<unknown>;
  /** Told whenever what is on the screen is, or is not, on the disk. */
  onState: (state: SaveState) => void;
}

/** Preparation apart from what was said, each saved as typed. */
export function Notes({ texts, first, save, onState }: NotesProps) {
  const [kind, setKind] = useState<Kind>(first);
  const id = useId();
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
    const next = kind === 'before' ? 'said' : 'before';
    setKind(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <section class={`sec ${styles.notes}`} aria-labelledby={`${id}-h`}>
      <header>
        <h2 class="grow" id={`${id}-h`}>
          {t('briefNotes')}
        </h2>
        <div class="seg" role="tablist" aria-labelledby={`${id}-h`} onKeyDown={arrows}>
          {tab('before', t('briefBefore'))}
          {tab('said', t('briefSaid'))}
        </div>
      </header>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`}>
        <NoteField
          key={kind}
          kind={kind}
          stored={texts[kind]}
          save={(text) => save(kind, text)}
          onState={onState}
        />
      </div>
    </section>
  );
}

function NoteField(props: {
  kind: Kind;
  stored: string;
  save: (text: string) => Promise<unknown>;
  onState: NotesProps['onState'];
}) {
  const { text, state, since, type, flush } = useSavedText(props.stored, props.save);
  const { onState } = props;
  useEffect(() => onState(state), [state, onState]);
  const label = props.kind === 'before' ? t('briefBeforeLabel') : t('briefSaidLabel');
  return (
    <>
      {state === 'failed' && (
        <div class="banner danger" role="alert">
          <Icon name="warning" />
          <h3>{t('briefNotSaved', since ? timeText(since.toISOString()) : '')}</h3>
          <p>{t('briefNotSavedHelp')}</p>
          <div class="acts">
            <button type="button" class="btn primary" onClick={() => navigator.clipboard.writeText(text)}>
              {t('briefCopyText')}
            </button>
          </div>
        </div>
      )}
      <textarea
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
    </>
  );
}
