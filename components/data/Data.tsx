import { useEffect, useState } from 'preact/hooks';
import { checkSentinel, followSentinel } from '../../storage/sentinel.ts';
import { askToPersist } from '../../storage/stored.ts';
import { t } from '../../storage/words.ts';
import { DeleteAll } from '../forget/DeleteAll.tsx';
import { Retention } from '../forget/Retention.tsx';
import { LockSettings } from '../lock/LockSettings.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { useFollowed } from '../ui/useFollowed.ts';
import { useNow } from '../ui/useNow.ts';
import { Aside } from './Aside.tsx';
import { BackUp, SAVE_BACKUP } from './BackUp.tsx';
import styles from './data.module.css';
import { FolderCopies } from './FolderCopies.tsx';
import { LossBanner } from './Loss.tsx';
import { type Chosen, Restore } from './Restore.tsx';
import { Snapshots } from './Snapshots.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';

const OtherFormats = lazy(async () => (await import('./formats/OtherFormats.tsx')).OtherFormats, Loading);

/** The section of the options about what is stored: backup, restore, copies kept by Peerside itself. */
export function Data() {
  const now = useNow();
  const sentinel = useFollowed(followSentinel);
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    checkSentinel().catch(console.error);
    askToPersist().catch(console.error);
  }, []);
  return (
    <>
      <header>
        <h1 id="title" tabIndex={-1}>
          {t('data_title')}
        </h1>
      </header>
      <div class={styles.notice}>
        <UpdateNotice />
      </div>
      {sentinel?.loss && <LossBanner sentinel={sentinel} onChosen={setChosen} />}
      <div class={styles.cols}>
        <div>
          <BackUp />
          <Restore chosen={chosen} onChosen={setChosen} />
          <FolderCopies />
          <Snapshots onChosen={setChosen} />
          <OtherFormats />
          <LockSettings />
          <Retention />
          <DeleteAll
            onBackUp={() => document.getElementById(SAVE_BACKUP)?.focus()}
            onDeleted={() => location.reload()}
          />
        </div>
        <Aside sentinel={sentinel} now={now} />
      </div>
    </>
  );
}
