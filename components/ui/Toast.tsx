import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Undo } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import styles from './Toast.module.css';

/** How long an undo is offered: longer than it takes to read, notice and reach. It waits while pointed at or focused. */
const SHOWN_MS = 10_000;

/** How many changes can still be taken back once their toast is gone, the last one first. */
const UNDOS = 10;

type Say = (text: string, undo?: Undo) => void;
const ToastContext = createContext<Say>(() => {});

interface Said {
  text: string;
  undo?: Undo | undefined;
  /** Takes it back; never throws. */
  takeBack: () => Promise<void>;
}
const LastContext = createContext<Said | undefined>(undefined);

/** Says what was done and offers to take it back: `say(text, undo)`. */
export function useToast(): Say {
  return useContext(ToastContext);
}

/** The last change that can be taken back, also when its toast is gone; undefined when there is none. */
export function useLastUndo(): Pick<Said, 'text' | 'takeBack'> | undefined {
  return useContext(LastContext);
}

/** Holds the one toast of a page; a new one replaces the last. F6 moves the focus to it. */
export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<Said>();
  const [undos, setUndos] = useState<readonly Said[]>([]);
  const [held, setHeld] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** What had the focus before the toast: it gets it back. */
  const before = useRef<HTMLElement | null>(null);
  const say = useCallback<Say>((text, undo) => {
    const takeBack = async () => {
      if (!undo) return;
      try {
        await undo();
      } catch (error) {
        // The way back stays open.
        console.error('peerside: not taken back', error);
        setToast({ ...said, text: t('uiNotStored') });
        return;
      }
      setUndos((all) => all.filter((one) => one !== said));
      setToast((now) => (now?.takeBack === takeBack ? undefined : now));
      setHeld(false);
      if (document.activeElement === button.current) before.current?.focus();
    };
    const said: Said = { text, undo, takeBack };
    setToast(said);
    if (undo) setUndos((all) => [said, ...all].slice(0, UNDOS));
  }, []);

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

  return (
    <ToastContext.Provider value={say}>
      <LastContext.Provider value={undos[0]}>{children}</LastContext.Provider>
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
              <button ref={button} type="button" class="link" onClick={toast.takeBack}>
                {t('uiUndo')}
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
