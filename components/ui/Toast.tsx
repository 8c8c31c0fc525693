import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Undo } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import styles from './Toast.module.css';

/** How long an undo is offered: longer than it takes to read, notice and reach. It waits while pointed at or focused. */
const SHOWN_MS = 10_000;

type Say = (text: string, undo?: Undo) => void;
const ToastContext = createContext<Say>(() => {});

/** Says what was done and offers to take it back: `say(text, undo)`. */
export function useToast(): Say {
  return useContext(ToastContext);
}

/** Holds the one toast of a page; a new one replaces the last. F6 moves the focus to it. */
export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<{ text: string; undo?: Undo | undefined; at: number }>();
  const [held, setHeld] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** What had the focus before the toast: it gets it back. */
  const before = useRef<HTMLElement | null>(null);
  const say = useCallback<Say>((text, undo) => setToast({ text, undo, at: performance.now() }), []);

  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => setToast(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key === 'F6' && button.current) {
        event.preventDefault();
        button.current.focus();
      }
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);

  const takeBack = async () => {
    if (!toast?.undo) return;
    try {
      await toast.undo();
    } catch (error) {
      // The way back stays open.
      console.error('peerside: not taken back', error);
      say(t('uiNotStored'), toast.undo);
      return;
    }
    setToast((now) => (now === toast ? undefined : now));
    setHeld(false);
    if (document.activeElement === button.current) before.current?.focus();
  };

  return (
    <ToastContext.Provider value={say}>
      {children}
      <div class={styles.place} role="status">
        {toast && (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from going away.
          <div
            class="toast"
            onMouseEnter={() => setHeld(true)}
            onMouseLeave={() => setHeld(false)}
            onFocusIn={(event) => {
              setHeld(true);
              before.current = event.relatedTarget as HTMLElement | null;
            }}
            onFocusOut={() => setHeld(false)}
          >
            <bdi class={`grow ${styles.text}`}>{toast.text}</bdi>
            {toast.undo && (
              <button ref={button} type="button" class="link" onClick={takeBack}>
                {t('uiUndo')}
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
