import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { deleteEverything } from '../../storage/forget-all.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './forget.module.css';

interface DeleteAllProps {
  /** Leads to where a backup is saved; without it there is none to be made. */
  onBackUp?: () => void;
  /** All of it is gone. */
  onDeleted: () => void;
}

/** *Delete everything*: offers a backup first, then asks for the word, so that no click by mistake does it. */
export function DeleteAll({ onBackUp, onDeleted }: DeleteAllProps) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  const [word, setWord] = useState('');
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const attempt = useAttempt();
  useEffect(() => {
    if (asked) heading.current?.focus();
  }, [asked]);
  const wanted = t('forget_word');
  const ready = word.trim().toLocaleLowerCase() === wanted.toLocaleLowerCase();
  const erase = async (event: Event) => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const done = await attempt(deleteEverything);
    setBusy(false);
    if (done) onDeleted();
  };
  return (
    <section class={styles.part} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('forget_all')}</h2>
      <p>{t('forget_allHelp')}</p>
      {asked ? (
        <form class={styles.ask} onSubmit={erase} aria-labelledby={`${id}-a`}>
          <h3 id={`${id}-a`} ref={heading} tabIndex={-1}>
            {t('forget_allAsk')}
          </h3>
          <p>{t('forget_allBackup')}</p>
          {onBackUp && (
            <button type="button" class="btn" onClick={onBackUp}>
              <Icon name="download" />
              {t('forget_allSave')}
            </button>
          )}
          <label class="label" for={`${id}-w`}>
            {t('forget_allType', wanted)}
          </label>
          <input
            class="field"
            id={`${id}-w`}
            autocomplete="off"
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
          <div class={styles.acts}>
            <button type="submit" class="btn danger" aria-disabled={!ready || busy}>
              {t(busy ? 'forget_allBusy' : 'forget_allNow')}
            </button>
            <button
              type="button"
              class="btn"
              onClick={() => {
                setAsked(false);
                setWord('');
                requestAnimationFrame(() => button.current?.focus());
              }}
            >
              {t('forget_cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div class={styles.acts}>
          <button ref={button} type="button" class="btn" onClick={() => setAsked(true)}>
            <Icon name="delete" />
            {t('forget_allOpen')}
          </button>
        </div>
      )}
    </section>
  );
}
