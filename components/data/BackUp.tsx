import { useId, useState } from 'preact/hooks';
import { PASSPHRASE_MIN } from '../../storage/backup/crypto.ts';
import { backupName, saveBlob } from '../../storage/backup/files.ts';
import { writeBackup } from '../../storage/backup/write.ts';
import { noteBackup } from '../../storage/sentinel.ts';
import { plural, t } from '../../storage/words.ts';
import { useHasLock } from '../lock/useHasLock.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './data.module.css';
import { JobLine } from './JobLine.tsx';
import { useJob } from './useJob.ts';

/** The id of the button that saves one. */
export const SAVE_BACKUP = 'save-backup';

/** Saves everything as one file, plain or locked. */
export function BackUp() {
  const id = useId();
  const job = useJob();
  const [chosen, setChosen] = useState<boolean>();
  const hasLock = useHasLock();
  // Who hides what is here hides the file too, unless it is wished otherwise.
  const isLocked = chosen ?? hasLock;
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [said, setSaid] = useState<{ kind: 'done' | 'failed'; text: string }>();
  const tooShort = isLocked && first !== '' && first.length < PASSPHRASE_MIN;
  const differs = isLocked && again !== '' && again !== first;
  const ready = !isLocked || (first.length >= PASSPHRASE_MIN && again === first);

  const save = async () => {
    if (!ready || job.step) return;
    setSaid(undefined);
    try {
      const written = await job.run((tools) =>
        writeBackup({ ...tools, passphrase: isLocked ? first : undefined }),
      );
      if (!written) return setSaid({ kind: 'done', text: t('data_backupCancelled') });
      const name = backupName(written.at);
      saveBlob(name, written.blob);
      await noteBackup({ at: written.at, name, records: written.records, locked: written.locked });
      setSaid({ kind: 'done', text: plural('data_backedUp', written.records, name) });
      setFirst('');
      setAgain('');
    } catch (error) {
      console.error('peerside: no backup', error);
      setSaid({ kind: 'failed', text: t('data_backupFailed') });
    }
  };

  return (
    <section class={styles.blk} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('data_backUp')}</h2>
      <p>{t('data_backUpWhy')}</p>
      <label class={styles.check}>
        <input
          class="tick"
          type="checkbox"
          checked={isLocked}
          onChange={(event) => setChosen(event.currentTarget.checked)}
        />
        <span>{t('data_lockFile')}</span>
      </label>
      {isLocked && (
        <>
          <div class={styles.pw}>
            <Password id={`${id}-p1`} label={t('data_passphrase')} value={first} onInput={setFirst}>
              {tooShort && t('data_tooShort', PASSPHRASE_MIN)}
            </Password>
            <Password id={`${id}-p2`} label={t('data_onceMore')} value={again} onInput={setAgain}>
              {differs && t('data_notSame')}
            </Password>
          </div>
          <p class="hint">{t('data_noRecovery')}</p>
        </>
      )}
      <div class={styles.acts}>
        <button
          type="button"
          id={SAVE_BACKUP}
          class="btn primary"
          aria-disabled={!ready || job.step !== undefined}
          onClick={save}
        >
          <Icon name="download" />
          {t(job.step ? 'data_saving' : 'data_saveBackup')}
        </button>
      </div>
      <JobLine job={job} label={t('data_backingUp')} />
      <p role="status" class={said?.kind === 'done' ? 'hint' : 'vh'}>
        {said?.kind === 'done' && said.text}
      </p>
      {said?.kind === 'failed' && (
        <p class="error" role="alert">
          <Icon name="warning" size={14} />
          {said.text}
        </p>
      )}
    </section>
  );
}

interface PasswordProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** What is wrong with it, if anything. */
  children: string | false;
}

function Password({ id, label, value, onInput, children }: PasswordProps) {
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      <input
        class="field"
        id={id}
        type="password"
        autocomplete="new-password"
        value={value}
        aria-invalid={children !== false}
        aria-describedby={children ? `${id}-e` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {children && (
        <p class="error" id={`${id}-e`}>
          <Icon name="warning" size={14} />
          {children}
        </p>
      )}
    </div>
  );
}
