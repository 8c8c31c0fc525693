import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import {
  allowFolder,
  canPickFolder,
  copyToFolder,
  leaveFolder,
  pickFolder,
  readFolder,
} from '../../storage/backup/folder.ts';
import { t } from '../../storage/words.ts';
import { useHasLock } from '../lock/useHasLock.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './data.module.css';

type Found = Awaited<ReturnType<typeof readFolder>>;

/** Dated copies in a folder of the user's, made by themselves; nothing is drawn where the browser has no such thing. */
export function FolderCopies() {
  const id = useId();
  const [found, setFound] = useState<Found | null>(null);
  const sealed = useHasLock();
  const attempt = useAttempt();
  const say = useToast();
  const look = useCallback(() => readFolder().then(setFound, console.error), []);
  useEffect(() => void look(), [look]);
  if (!canPickFolder() || found === null) return null;

  const pick = async () => {
    try {
      await pickFolder();
    } catch (error) {
      // Closing the browser's dialog is no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      return;
    }
    await copy();
  };
  const copy = async () => {
    const now = await readFolder();
    if (now?.allowed) {
      await copyToFolder(now.folder);
      say(t('data_folderCopied', now.folder.name));
    }
    await look();
  };
  const name = found?.folder.name ?? '';
  return (
    <section class={styles.blk} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('data_folder')}</h2>
      <p>
        {!found && t('data_folderHelp')}
        {found && t(found.allowed ? 'data_folderOn' : 'data_folderAsk', name)}{' '}
        {(!found || found.allowed) && t(sealed ? 'data_folderSealed' : 'data_folderPlain')}
      </p>
      <div class={styles.acts}>
        {!found && (
          <button type="button" class="btn" onClick={() => attempt(pick)}>
            {t('data_folderPick')}
          </button>
        )}
        {found?.allowed && (
          <button type="button" class="btn" onClick={() => attempt(copy)}>
            {t('data_folderNow')}
          </button>
        )}
        {found && !found.allowed && (
          <button
            type="button"
            class="btn primary"
            onClick={() => attempt(async () => void ((await allowFolder()) && (await copy())))}
          >
            {t('data_folderAllow')}
          </button>
        )}
        {found && (
          <button
            type="button"
            class="btn quiet"
            onClick={() =>
              attempt(async () => {
                await leaveFolder();
                await look();
              })
            }
          >
            {t('data_folderLeave')}
          </button>
        )}
      </div>
    </section>
  );
}
