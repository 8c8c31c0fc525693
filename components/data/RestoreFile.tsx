import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { BackupError, type BackupFault } from '../../prep/backup/faults.ts';
import { countBroughtBack } from '../../storage/backup/brought-back.ts';
import { type Mode, type Outcomes, previewRestore, restore } from '../../storage/backup/restore.ts';
import { type Staged, stage } from '../../storage/backup/stage.ts';
import { acceptLoss } from '../../storage/sentinel.ts';
import { takeSnapshot } from '../../storage/snapshots.ts';
import { plural, t } from '../../storage/words.ts';
import { fullDay, timeText } from '../ui/dates.ts';
import { FileHead } from '../ui/files/FileHead.tsx';
import { RefusedFile } from '../ui/files/RefusedFile.tsx';
import { sizeText } from '../ui/files/size-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './data.module.css';
import { backupFaultText } from './fault-words.ts';
import { JobLine } from './JobLine.tsx';
import { Plan } from './Plan.tsx';
import type { Chosen } from './Restore.tsx';
import { useJob } from './useJob.ts';

interface RestoreFileProps {
  chosen: Chosen;
  onOther: () => void;
  onDone: () => void;
}

interface Ready {
  staged: Staged;
  plans: Record<Mode, Outcomes>;
  /** How many who were forgotten here come back by replacing. */
  back: number;
}

/** One backup: its passphrase if it is locked, what it would change, and the two ways to restore it. */
export function RestoreFile({ chosen, onOther, onDone }: RestoreFileProps) {
  const id = useId();
  const job = useJob();
  const say = useToast();
  const box = useRef<HTMLElement>(null);
  const [ready, setReady] = useState<Ready>();
  const [fault, setFault] = useState<BackupFault>();
  const [failed, setFailed] = useState(false);
  const [mode, setMode] = useState<Mode>('merge');
  const [passphrase, setPassphrase] = useState('');

  const read = async (words?: string) => {
    setFault(undefined);
    setReady(undefined);
    try {
      const found = await job.run(async (tools) => {
        const staged = await stage(chosen.file, words, tools);
        const plans = {
          merge: await previewRestore(staged, 'merge', tools),
          replace: await previewRestore(staged, 'replace', tools),
        };
        return { staged, plans, back: await countBroughtBack(staged) };
      });
      if (found) setReady(found);
      else onDone();
    } catch (error) {
      if (!(error instanceof BackupError)) console.error('peerside: a backup could not be read', error);
      setFault(error instanceof BackupError ? error.fault : { kind: 'unreadable' });
    }
  };
  useEffect(() => {
    void read();
    box.current?.focus();
  }, []);

  const write = async () => {
    if (!ready || job.step) return;
    setFailed(false);
    try {
      const done = await job.run(async (tools) => {
        await takeSnapshot(mode);
        const outcomes = await restore(ready.staged, mode, tools);
        await acceptLoss();
        return outcomes;
      });
      if (!done) return say(t('data_restoreCancelled'));
      say(t('data_restored'));
      onDone();
    } catch (error) {
      console.error('peerside: not restored', error);
      setFailed(true);
    }
  };

  const asks = fault?.kind === 'locked' || fault?.kind === 'passphrase';
  return (
    <section class={styles.restore} aria-labelledby={`${id}-h`} ref={box} tabIndex={-1}>
      <h3 class="vh" id={`${id}-h`}>
        {t('data_restoreOf', chosen.name)}
      </h3>
      <FileHead
        name={chosen.name}
        about={ready ? madeText(ready.staged) : sizeText(chosen.file.size)}
        onOther={onOther}
      />
      <JobLine job={job} label={t(ready ? 'data_restoring' : 'data_reading')} />
      {asks && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void read(passphrase);
          }}
        >
          <div class={styles.pw}>
            <div>
              <label class="label" for={`${id}-p`}>
                {t('data_passphraseOf')}
              </label>
              <input
                class="field"
                id={`${id}-p`}
                type="password"
                autocomplete="current-password"
                value={passphrase}
                aria-invalid={fault.kind === 'passphrase'}
                aria-describedby={fault.kind === 'passphrase' ? `${id}-e` : undefined}
                onInput={(event) => setPassphrase(event.currentTarget.value)}
              />
              {fault.kind === 'passphrase' && (
                <p class="error" id={`${id}-e`} role="alert">
                  <Icon name="warning" size={14} />
                  {t('data_wrongPassphrase')}
                </p>
              )}
            </div>
          </div>
          <div class={styles.acts}>
            <button type="submit" class="btn primary">
              {t('data_open')}
            </button>
            <button type="button" class="btn" onClick={onDone}>
              {t('uiCancel')}
            </button>
          </div>
        </form>
      )}
      {fault && !asks && <RefusedFile {...backupFaultText(fault)} onClose={onDone} />}
      {ready && (
        <>
          {ready.staged.oddCount > 0 && (
            <p class="error" role="alert">
              <Icon name="warning" size={14} />
              {plural('data_odd', ready.staged.oddCount, ready.staged.odd[0]?.line ?? '')}
            </p>
          )}
          <fieldset class={styles.choose}>
            <legend class="vh">{t('data_how')}</legend>
            {(['merge', 'replace'] as const).map((one) => (
              <label key={one} class={styles.check}>
                <input
                  type="radio"
                  name={`${id}-mode`}
                  checked={mode === one}
                  onChange={() => setMode(one)}
                />
                <span>{t(one === 'merge' ? 'data_merge' : 'data_replace')}</span>
              </label>
            ))}
          </fieldset>
          {mode === 'replace' && ready.back > 0 && (
            <div class="banner" role="alert">
              <Icon name="warning" />
              <h3>{plural('data_bringsBack', ready.back)}</h3>
              <p>{t('data_bringsBackHelp')}</p>
            </div>
          )}
          <Plan outcomes={ready.plans[mode]} mode={mode} />
          {failed && (
            <p class="error" role="alert">
              <Icon name="warning" size={14} />
              {t('data_restoreFailed')}
            </p>
          )}
          <p class="hint">{t('data_snapshotFirst')}</p>
          <div class={styles.acts}>
            <button
              type="button"
              class={mode === 'merge' ? 'btn primary' : 'btn danger'}
              aria-disabled={job.step !== undefined}
              onClick={write}
            >
              {t(mode === 'merge' ? 'data_mergeNow' : 'data_replaceNow')}
            </button>
            <button type="button" class="btn" onClick={onDone}>
              {t('uiCancel')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function madeText({ header, locked }: Staged): string {
  const when = [fullDay(header.createdAt), timeText(header.createdAt)] as const;
  return t(locked ? 'data_madeLocked' : 'data_made', ...when);
}
