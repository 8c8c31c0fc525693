import { useEffect, useRef, useState } from 'preact/hooks';
import { countInbox } from '../../storage/captures.ts';
import { setCovered } from '../../storage/cover.ts';
import { takeKeptSelection } from '../../storage/kept-selection.ts';
import { openPeerside } from '../../storage/panel.ts';
import { plural, t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { Capture } from './Capture.tsx';
import styles from './CapturePopup.module.css';
import type { Early } from './useCaptureText.ts';

const InboxPage = lazy(async () => (await import('./InboxPage.tsx')).InboxPage, Loading);

interface CapturePopupProps {
  /** The window that the popup belongs to; undefined until it is known. */
  windowId: number | undefined;
  early: Early | undefined;
  onClose: () => void;
}

/** The popup: capture, the inbox behind it, and the way to the panel. */
export function CapturePopup({ windowId, early, onClose }: CapturePopupProps) {
  const [view, setView] = useState<'capture' | 'inbox'>('capture');
  const [takenId, setTakenId] = useState<string>();
  const [shut, setShut] = useState(false);
  const waiting = useLive(countInbox, []).value;
  const turn = useRef<HTMLButtonElement>(null);
  const turned = useRef(false);

  useEffect(() => {
    takeKeptSelection().then(setTakenId, (error: unknown) => console.error('peerside', error));
  }, []);
  useEffect(() => {
    // To the box again, or to the way back: the pressed button is gone.
    if (!turned.current) return;
    if (view === 'inbox') turn.current?.focus();
    else document.querySelector('textarea')?.focus();
  }, [view]);

  const show = (next: 'capture' | 'inbox') => {
    turned.current = true;
    setView(next);
  };
  const open = () => {
    if (windowId === undefined) return;
    void openPeerside(windowId).then((opened) => (opened ? onClose() : setShut(true)));
  };

  return (
    <ToastProvider>
      <main class={styles.pop}>
        <header class={styles.top}>
          {view === 'capture' ? (
            <>
              <span class={styles.brand}>
                <Icon name="brand" size={18} />
              </span>
              <h1 class="grow">{t('captureTitle')}</h1>
              <button type="button" class="btn quiet small" onClick={() => show('inbox')}>
                <Icon name="inbox" size={14} />
                {waiting ? plural('captureInboxCount', waiting) : t('captureInbox')}
              </button>
            </>
          ) : (
            <>
              <button
                ref={turn}
                type="button"
                class="ib s"
                aria-label={t('captureBack')}
                title={t('captureBack')}
                onClick={() => show('capture')}
              >
                <Icon name="back" />
              </button>
              <h1 class="grow">{t('captureInbox')}</h1>
            </>
          )}
          <button
            type="button"
            class="ib s"
            aria-label={t('cover_menu')}
            title={t('cover_menu')}
            onClick={() => setCovered(true)}
          >
            <Icon name="show" />
          </button>
          <button type="button" class={`btn quiet small ${styles.open}`} onClick={open}>
            <Icon name="panel" size={14} />
            {t('captureOpen')}
          </button>
        </header>
        {shut && (
          <p class={`error ${styles.shut}`} role="alert">
            <Icon name="warning" size={14} />
            {t('captureOpenFailed')}
          </p>
        )}
        <div class={styles.view} hidden={view !== 'capture'}>
          <Capture draftKey="popup" early={early} takenId={takenId} onDone={onClose} />
        </div>
        {view === 'inbox' && (
          <div class={styles.inbox}>
            <InboxPage />
          </div>
        )}
      </main>
    </ToastProvider>
  );
}
