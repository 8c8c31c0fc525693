import { useEffect, useId, useState } from 'preact/hooks';
import { type LockState, lockNow, onLock, readLock } from '../../storage/lock.ts';
import { plural, t, type Word } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './lock.module.css';
import { PassphraseFields } from './PassphraseFields.tsx';
import { RewriteLine } from './RewriteLine.tsx';
import { watchRest } from './watch.ts';

/** After how many minutes of rest it can lock; 0: only with the browser or by hand. */
const MINUTES = [0, 5, 15, 30, 60] as const;

const rewriting = () => import('../../storage/lock-rewrite.ts');

/** The lock: putting it on, changing its passphrase, taking it off. */
export function LockSettings() {
  const id = useId();
  const [lock, setLock] = useState<LockState | null>();
  const [step, setStep] = useState<{ done: number; total: number }>();
  const [open, setOpen] = useState<'on' | 'change'>();
  const [problem, setProblem] = useState<Word>();
  const say = useToast();
  const attempt = useAttempt();
  useEffect(() => {
    const stop = new AbortController();
    const read = () => void readLock().then((now) => setLock(now ?? null), console.error);
    onLock(read, stop.signal);
    read();
    return () => stop.abort();
  }, []);
  if (lock === undefined) return null;

  const progress = (done: number, total: number) => setStep({ done, total });
  const work = async (act: () => Promise<unknown>, done: Word) => {
    setStep({ done: 0, total: 0 });
    const worked = await attempt(act);
    setStep(undefined);
    setOpen(undefined);
    if (worked) say(t(done));
  };
  const putOn = (passphrase: string) =>
    work(async () => {
      await (await rewriting()).putLockOn(passphrase, 15, progress);
      watchRest();
    }, 'lock_isOn');
  const change = async (passphrase: string, old: string) => {
    if (!(await (await rewriting()).changePassphrase(old, passphrase))) return setProblem('lock_wrong');
    setProblem(undefined);
    setOpen(undefined);
    say(t('lock_changed'));
  };
  const busy = step !== undefined;
  return (
    <section class={styles.part} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('lock_title')}</h2>
      <p>{t(lock ? 'lock_onHelp' : 'lock_help')}</p>
      {step && <RewriteLine step={step} />}
      {open && (
        <PassphraseFields
          asksOld={open === 'change'}
          problem={problem && t(problem)}
          busy={busy}
          submit={t(open === 'on' ? 'lock_putOn' : 'lock_change')}
          onSubmit={(fresh, old) => void (open === 'on' ? putOn(fresh) : change(fresh, old))}
          onCancel={() => {
            setProblem(undefined);
            setOpen(undefined);
          }}
        />
      )}
      {!open && !lock && (
        <div class={styles.acts}>
          <button type="button" class="btn" onClick={() => setOpen('on')}>
            <Icon name="private" />
            {t('lock_start')}
          </button>
        </div>
      )}
      {!open && lock && (
        <>
          <label class={styles.minutes}>
            <span class="label">{t('lock_after')}</span>
            <select
              class="field"
              value={lock.minutes}
              onChange={(event) => {
                const minutes = Number(event.currentTarget.value);
                void attempt(async () => (await rewriting()).setLockMinutes(minutes));
              }}
            >
              {MINUTES.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes === 0 ? t('lock_afterNever') : plural('lock_afterMinutes', minutes)}
                </option>
              ))}
            </select>
          </label>
          <div class={styles.acts}>
            <button type="button" class="btn" aria-keyshortcuts="Shift+F2" onClick={() => attempt(lockNow)}>
              <Icon name="private" />
              {t('lock_now')}
            </button>
            <button type="button" class="btn" onClick={() => setOpen('change')}>
              {t('lock_change')}
            </button>
            <button
              type="button"
              class="btn"
              aria-disabled={busy}
              onClick={() =>
                busy || void work(async () => (await rewriting()).takeLockOff(progress), 'lock_isOff')
              }
            >
              {t('lock_takeOff')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
