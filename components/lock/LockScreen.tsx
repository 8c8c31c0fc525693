import { render } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isLocked, onLock, readLock } from '../../storage/lock.ts';
import { t } from '../../storage/words.ts';
import cover from '../cover/cover.module.css';
import { DeleteAll } from '../forget/DeleteAll.tsx';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { ToastProvider } from '../ui/Toast.tsx';
import styles from './lock.module.css';
import { RewriteLine } from './RewriteLine.tsx';

interface LockScreenProps {
  onUnlocked: () => void;
}

/** What stands in the place of every page while it is locked: one field, and what to do when the passphrase is forgotten. */
export function LockScreen({ onUnlocked }: LockScreenProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'ask' | 'trying' | 'wrong' | 'failed'>('ask');
  const [step, setStep] = useState<{ done: number; total: number }>();
  const [forgotten, setForgotten] = useState(false);
  const busy = useRef(false);

  useEffect(() => {
    field.current?.focus();
    const stop = new AbortController();
    // Another window unlocked it, or has finished what it was rewriting.
    onLock(() => {
      if (!busy.current) void isLocked().then((locked) => locked || onUnlocked(), console.error);
    }, stop.signal);
    return () => stop.abort();
  }, []);

  const open = async (event: Event) => {
    event.preventDefault();
    if (state === 'trying') return;
    setState('trying');
    busy.current = true;
    try {
      const { rewrite, unlock } = await import('../../storage/lock-rewrite.ts');
      if (!(await unlock(passphrase))) {
        setState('wrong');
        field.current?.select();
        return;
      }
      // What was interrupted goes on.
      if ((await readLock())?.rewriting) await rewrite((done, total) => setStep({ done, total }));
      onUnlocked();
    } catch (error) {
      console.error('peerside: not unlocked', error);
      setState('failed');
    } finally {
      busy.current = false;
    }
  };
  return (
    <ToastProvider>
      <main class={cover.cover}>
        <div class={cover.mid}>
          <span class={cover.mark}>
            <Icon name="private" size={40} />
          </span>
          <h1>{t('lock_locked')}</h1>
          <p>{t('lock_lockedHelp')}</p>
          <form class={styles.open} onSubmit={open}>
            <label class="label" for={id}>
              {t('lock_passphrase')}
            </label>
            <input
              ref={field}
              class="field"
              id={id}
              type="password"
              autocomplete="current-password"
              value={passphrase}
              aria-invalid={state === 'wrong'}
              aria-describedby={state === 'wrong' || state === 'failed' ? `${id}-e` : undefined}
              onInput={(event) => {
                setPassphrase(event.currentTarget.value);
                setState('ask');
              }}
            />
            {(state === 'wrong' || state === 'failed') && (
              <p class="error" role="alert" id={`${id}-e`}>
                <Icon name="warning" size={14} />
                {t(state === 'wrong' ? 'lock_wrong' : 'lock_failed')}
              </p>
            )}
            <button type="submit" class="btn primary" aria-disabled={state === 'trying'}>
              {t(state === 'trying' ? 'lock_opening' : 'lock_open')}
            </button>
          </form>
          {step && <RewriteLine step={step} />}
          {forgotten ? (
            <div class={styles.forgotten}>
              <p>{t('lock_noRecovery')}</p>
              <DeleteAll onDeleted={() => location.reload()} />
            </div>
          ) : (
            <button type="button" class="link" onClick={() => setForgotten(true)}>
              {t('lock_forgotten')}
            </button>
          )}
        </div>
      </main>
    </ToastProvider>
  );
}

/** Draws it into an element that is in the page. */
export function drawLock(into: HTMLElement, onUnlocked: () => void): void {
  render(
    <LockScreen
      onUnlocked={() => {
        render(null, into);
        onUnlocked();
      }}
    />,
    into,
  );
}
