import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Undo } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { lazy } from './lazy.tsx';

// Nothing is said before the first content is there.
const ToastBox = lazy(async () => (await import('./ToastBox.tsx')).ToastBox);

/** How many changes can still be taken back once their toast is gone, the last one first. */
const UNDOS = 10;

type Say = (text: string, undo?: Undo) => void;
const ToastContext = createContext<Say>(() => {});

export interface Said {
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

/** Holds the one toast of a page; a new one replaces the last. */
export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<Said>();
  const [undos, setUndos] = useState<readonly Said[]>([]);
  useEffect(() => void ToastBox.preload(), []);
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
    };
    const said: Said = { text, undo, takeBack };
    setToast(said);
    if (undo) setUndos((all) => [said, ...all].slice(0, UNDOS));
  }, []);

  return (
    <ToastContext.Provider value={say}>
      <LastContext.Provider value={undos[0]}>{children}</LastContext.Provider>
      <div role="status">{toast && <ToastBox said={toast} onGone={() => setToast(undefined)} />}</div>
    </ToastContext.Provider>
  );
}
