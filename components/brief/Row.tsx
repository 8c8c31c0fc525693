import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { WordsOf } from '../../storage/unsaved.ts';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { useAfterPaint } from '../ui/useAfterPaint.ts';
import { useKeptFocus } from '../ui/useKeptFocus.ts';
import styles from './Row.module.css';

// Nothing of this is seen in a first drawing: it comes right after, the fields before the buttons that open them.
const EditText = lazy(async () => (await import('./RowFields.tsx')).EditText, Loading);
const EditDate = lazy(async () => (await import('./RowFields.tsx')).EditDate, Loading);
const RowActs = lazy(async () => {
  await Promise.all([EditText.preload(), EditDate.preload()]);
  return (await import('./RowActs.tsx')).RowActs;
});

interface RowProps {
  /** Whose words they are. */
  of: WordsOf;
  /** The margin column: who, or how often. */
  margin: ComponentChildren;
  text: string;
  /** After the text, on the same line: "to Pedro". */
  aside?: string | undefined;
  /** The name of the tick for screen readers: "Kept: …". */
  tickLabel: string;
  done: boolean;
  /** The right end, of class `w`: a due date. */
  when?: ComponentChildren;
  onTick: (done: boolean) => void;
  /** Rejects when the words could not be stored: then they stay in their field. */
  onEdit: (text: string) => Promise<unknown>;
  /** Only rows that have a date. */
  due?: { value: string | null; onChange: (day: string | null) => void };
  onDrop: () => void;
}

/**
 * A promise or a topic: tick, words, and on hover or focus its date, edit and drop.
 * Keys anywhere on the row: Space ticks, E edits, D dates, Del drops.
 */
export function Row(props: RowProps) {
  // Seen on hover and focus only, and half of all that a brief draws.
  const acts = useAfterPaint();
  const [editing, setEditing] = useState<'text' | 'date'>();
  const row = useKeptFocus<HTMLLIElement>('input');
  const leave = (back: boolean) => {
    // Back to the tick, so that the keyboard stays in its place; a pointer has put the focus elsewhere.
    if (back) row.current?.querySelector('input')?.focus();
    setEditing(undefined);
  };
  const key = (event: KeyboardEvent) => {
    // Held down, it would go on with the next row.
    if (editing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const act: Record<string, (() => void) | undefined> = {
      e: () => setEditing('text'),
      d: props.due && (() => setEditing('date')),
      Delete: props.onDrop,
      Backspace: props.onDrop,
    };
    const chosen = act[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  };
  return (
    <li ref={row} class={`${styles.row} ${props.done ? 'done' : ''}`} onKeyDown={key}>
      <span class="m">{props.margin}</span>
      <input
        class="tick"
        type="checkbox"
        checked={props.done}
        aria-label={props.tickLabel}
        aria-keyshortcuts={props.due ? 'E D Delete' : 'E Delete'}
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      {editing === 'text' ? (
        <EditText text={props.text} of={props.of} onDone={props.onEdit} onLeave={leave} />
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
          <>
            {props.when}
            {acts && (
              <RowActs
                text={props.text}
                onDate={props.due && (() => setEditing('date'))}
                onEdit={() => setEditing('text')}
                onDrop={props.onDrop}
              />
            )}
          </>
        )
      )}
    </li>
  );
}
