import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Row.module.css';

interface RowProps {
  /** The margin column: who, or how often. */
  margin: ComponentChildren;
  text: string;
  /** After the text, on the same line: "to Pedro". */
  aside?: string | undefined;
  /** The name of the tick for screen readers: "Kept: …". */
  tickLabel: string;
  done: boolean;
  /** The right end: a due date. */
  when?: ComponentChildren;
  onTick: (done: boolean) => void;
  /** Answers a sentence when the words cannot be taken. */
  onEdit: (text: string) => void;
  /** Only rows that have a date. */
  due?: { value: string | null; onChange: (day: string | null) => void };
  onDrop: () => void;
}

/**
 * A promise or a topic: tick, words, and on hover or focus its date, edit and drop.
 * Keys anywhere on the row: Space ticks, E edits, D dates, Del drops.
 */
export function Row(props: RowProps) {
  const [editing, setEditing] = useState<'text' | 'date'>();
  const row = useRef<HTMLLIElement>(null);
  const leave = () => {
    setEditing(undefined);
    // Back to the tick once the field is gone, so that the keyboard stays in its place.
    queueMicrotask(() => row.current?.querySelector('input')?.focus());
  };
  const key = (event: KeyboardEvent) => {
    if (editing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act: Record<string, () => void> = {
      e: () => setEditing('text'),
      d: () => props.due && setEditing('date'),
      Delete: props.onDrop,
      Backspace: props.onDrop,
    };
    const chosen = act[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  };
  return (
    <li ref={row} class={`${styles.row} ${props.done ? 'done' : ''}`} data-editing={editing} onKeyDown={key}>
      <span class="m">{props.margin}</span>
      <input
        class="tick"
        type="checkbox"
        checked={props.done}
        aria-label={props.tickLabel}
        aria-keyshortcuts="E D Delete"
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      {editing === 'text' ? (
        <EditText text={props.text} onDone={props.onEdit} onLeave={leave} />
      ) : (
        <span class="t">
          <bdi>{props.text}</bdi>
          {props.aside && <span class="meta"> {props.aside}</span>}
        </span>
      )}
      {editing === 'date' && props.due ? (
        <EditDate value={props.due.value} onDone={props.due.onChange} onLeave={leave} />
      ) : (
        !editing && (
          <span class={styles.end}>
            <span class={styles.when}>{props.when}</span>
            <span class={styles.acts}>
              {props.due && (
                <RowButton
                  icon="date"
                  name={t('rowDate')}
                  of={props.text}
                  onClick={() => setEditing('date')}
                />
              )}
              <RowButton icon="edit" name={t('rowEdit')} of={props.text} onClick={() => setEditing('text')} />
              <RowButton icon="close" name={t('rowDrop')} of={props.text} onClick={props.onDrop} />
            </span>
          </span>
        )
      )}
    </li>
  );
}

function RowButton(props: {
  icon: 'date' | 'edit' | 'close';
  name: string;
  of: string;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="ib s"
      title={props.name}
      aria-label={`${props.name}: ${props.of}`}
      onClick={props.onClick}
    >
      <Icon name={props.icon} size={14} />
    </button>
  );
}

/** Enter or leaving the field keeps what was written; Esc leaves it as it was; an emptied one stays as it was. */
function EditText(props: { text: string; onDone: (text: string) => void; onLeave: () => void }) {
  const done = useRef(false);
  const finish = (text: string | undefined, stay: boolean) => {
    if (done.current) return;
    done.current = true;
    const clean = text?.trim();
    if (clean && clean !== props.text) props.onDone(clean);
    if (stay) props.onLeave();
  };
  return (
    <input
      class={`field ${styles.edit}`}
      type="text"
      dir="auto"
      maxLength={1_000}
      defaultValue={props.text}
      aria-label={t('rowEdit')}
      ref={focusOnce}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) finish(event.currentTarget.value, true);
        if (event.key === 'Escape') {
          event.stopPropagation();
          finish(undefined, true);
        }
      }}
      onBlur={(event) => {
        finish(event.currentTarget.value, false);
        props.onLeave();
      }}
    />
  );
}

function EditDate(props: {
  value: string | null;
  onDone: (day: string | null) => void;
  onLeave: () => void;
}) {
  return (
    <input
      class={`field ${styles.date}`}
      type="date"
      defaultValue={props.value ?? ''}
      aria-label={t('rowDate')}
      ref={focusOnce}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.stopPropagation();
          event.currentTarget.value = props.value ?? '';
          event.currentTarget.blur();
        }
      }}
      onBlur={(event) => {
        const day = event.currentTarget.value || null;
        if (day !== props.value && !event.currentTarget.validity.badInput) props.onDone(day);
        props.onLeave();
      }}
    />
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  if (!field || field.dataset.seen) return;
  field.dataset.seen = '1';
  field.focus();
  if (field.type === 'text') field.select();
}
