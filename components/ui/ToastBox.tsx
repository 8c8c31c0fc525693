import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from './Icon.tsx';
import './more-icons.ts';
import styles from './Toast.module.css';
import type { Said } from './Toast.tsx';
import { useOutOfTheWay } from './useOutOfTheWay.ts';

/** How long an undo is offered: longer than it takes to read, notice and reach. It waits while pointed at or focused. */
const SHOWN_MS = 10_000;

interface ToastBoxProps {
  said: Said;
  onGone: () => void;
}

/** What was just done, with its undo and a way to put it away. When it goes, the focus is back where it came from. */
export function ToastBox({ said, onGone }: ToastBoxProps) {
  const box = useOutOfTheWay<HTMLDivElement>();
  const undo = useRef<HTMLButtonElement>(null);
  /** What had the focus before the toast: it gets it back. */
  const before = useRef<HTMLElement | null>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onGone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said, held]);

  // As soon as it can be seen.
  useLayoutEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || !undo.current) return;
      event.preventDefault();
      undo.current.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);

  // A layout effect: its end comes while the box is still in the page.
  useLayoutEffect(
    () => () => {
      if (box.current?.contains(document.activeElement)) before.current?.focus();
    },
    [],
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from going away.
    <div
      ref={box}
      class={styles.place}
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      onFocusIn={(event) => {
        const from = event.relatedTarget as HTMLElement | null;
        if (!event.currentTarget.contains(from)) before.current = from;
        setFocused(true);
      }}
      onFocusOut={(event) => setFocused(event.currentTarget.contains(event.relatedTarget as Node | null))}
    >
      <div class={styles.toast}>
        <bdi class={`grow ${styles.text}`}>{said.text}</bdi>
        {said.undo && (
          <button ref={undo} type="button" class="link" onClick={said.takeBack}>
            {t('uiUndo')}
          </button>
        )}
        <button
          type="button"
          class="ib s"
          aria-label={t('uiDismiss')}
          title={t('uiDismiss')}
          onClick={onGone}
        >
          <Icon name="close" />
        </button>
      </div>
    </div>
  );
}
