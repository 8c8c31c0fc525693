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
    setToast(undefined);
    setHeld(false);
    await toast?.undo?.();
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
            onFocusIn={() => setHeld(true)}
            onFocusOut={() => setHeld(false)}
          >
            <span class="grow">{toast.text}</span>
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
