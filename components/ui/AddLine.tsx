import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Line } from '../../storage/draft-lines.ts';
import { putBack, type Slot } from '../../storage/draft-slots.ts';
import { t } from '../../storage/words.ts';
import { lineOf, textOf, useKeptLine } from '../drafts/useKeptLine.ts';
import styles from './AddLine.module.css';
import { Icon } from './Icon.tsx';
import { useToast } from './Toast.tsx';

interface AddLineProps {
  label: string;
  /** Adds the line; answers a sentence when it cannot, and then the line stays. */
  onAdd: (text: string) => Promise<string | undefined>;
  /** `back`: by the keyboard, so the focus belongs to what opened the line; otherwise it has gone elsewhere. */
  onClose: (back: boolean) => void;
  /** The line is wanted back after Esc: its words wait to be offered again. */
  onReopen?: () => void;
  /** Hears each change, for what stands below. */
  onType?: (text: string) => void;
  onKey?: (event: KeyboardEvent) => void;
  /** Where a line that was begun is kept until it is added. */
  draft?: string;
  /** The line that was begun, in its place; it waits to be gone on with, and does not take the focus. */
  begun?: Slot<Line> | undefined;
  /** What was chosen for the line by hand; kept with it. */
  as?: string | undefined;
  /** What the line was understood as, and what can be chosen. */
  children?: ComponentChildren;
}

/** The lines that are open in this page, by their draft: each takes more words. */
const open = new Map<string, (more: string) => void>();

/**
 * One line to add with: Enter adds and stays for the next, Esc closes and offers what was written back, leaving with
 * nothing written closes too.
 */
export function AddLine(props: AddLineProps) {
  const { label, onAdd, onClose, onReopen, onType, onKey, draft, begun, as, children } = props;
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const adding = useRef(false);
  const id = useId();
  const say = useToast();
  const line = useKeptLine(draft, begun, false, as);
  const { latest } = line;

  useLayoutEffect(() => {
    // Just asked for by its button.
    if (begun?.begun === undefined) field.current?.focus();
    else onType?.(textOf(begun.begun));
    if (draft === undefined) return;
    const append = (more: string) => type([latest.current.trim(), more].filter(Boolean).join(' '));
    open.set(draft, append);
    return () => {
      if (open.get(draft) === append) open.delete(draft);
    };
  }, []);

  const type = (next: string) => {
    line.type(next);
    setError(undefined);
    onType?.(next);
  };
  const add = async () => {
    // A key held down repeats: the same line is not added twice.
    if (adding.current) return;
    adding.current = true;
    const text = latest.current;
    const problem = await onAdd(text).catch((cause: unknown) => {
      console.error('peerside: not added', cause);
      return t('uiNotStored');
    });
    adding.current = false;
    if (problem) setError(problem);
    // What was typed while it was added is the next line.
    else type(latest.current.startsWith(text) ? latest.current.slice(text.length) : latest.current);
    if (!problem) line.flush();
  };
  const giveUp = () => {
    const text = latest.current.trim();
    line.type('');
    onClose(true);
    if (text !== '') say(t('uiNotAdded', text), draft && onReopen ? () => takeBack(draft, text) : undefined);
  };
  const takeBack = async (of: string, text: string) => {
    // Another line may have been begun meanwhile: neither is lost.
    const append = open.get(of);
    if (append) return append(text);
    await putBack(of, lineOf(text, as));
    onReopen?.();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      void add();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      giveUp();
    } else onKey?.(event);
  };
  const left = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget;
    const inside = (node: EventTarget | null) => box.contains(node as Node | null);
    if (inside(event.relatedTarget) || line.text.trim() !== '' || !document.hasFocus()) return;
    whenReleased(() => inside(document.activeElement) || onClose(false));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field are those of what stands below it too.
    <div class={styles.line} onFocusOut={left} onKeyDown={key}>
      <input
        class="field"
        type="text"
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={line.text}
        maxLength={1_000}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        ref={field}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {error && (
        <p class="error" id={id} role="alert">
          <Icon name="warning" size={14} />
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/**
 * Now, or, where a pointer took the focus away, once it is up again: what it was put down on must not move away from
 * under it, or the click would be lost.
 */
function whenReleased(act: () => void): void {
  if (!pointerDown) act();
  else addEventListener('pointerup', () => setTimeout(act), { once: true, capture: true });
}

let pointerDown = false;
addEventListener('pointerdown', () => (pointerDown = true), true);
for (const over of ['pointerup', 'pointercancel']) addEventListener(over, () => (pointerDown = false), true);
