import { useState } from 'preact/hooks';
import { saveBlob } from '../../../storage/backup/files.ts';
import { exportMarkdown, type FileToSave } from '../../../storage/formats/export-markdown.ts';
import { exportPromises } from '../../../storage/formats/export-promises.ts';
import { pace } from '../../../storage/formats/pace.ts';
import { t } from '../../../storage/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useToast } from '../../ui/Toast.tsx';
import styles from './formats.module.css';

type Kind = 'markdown' | 'promises';

interface ExportFormatsProps {
  /** Hands a file to the browser. */
  save?: (name: string, blob: Blob) => void;
}

/** What other programs read: everything as Markdown, the promises as CSV. */
export function ExportFormats({ save = saveBlob }: ExportFormatsProps) {
  const [making, setMaking] = useState<Kind>();
  const [failed, setFailed] = useState(false);
  const say = useToast();
  const make = async (kind: Kind, write: () => Promise<FileToSave>) => {
    if (making) return;
    setMaking(kind);
    try {
      const file = await write();
      save(file.name, file.blob);
      setFailed(false);
      say(t('format_saved', file.name));
    } catch (error) {
      console.error('peerside: a file was not made', error);
      setFailed(true);
    }
    setMaking(undefined);
  };
  const button = (kind: Kind, label: string, write: () => Promise<FileToSave>) => (
    <button
      type="button"
      class="btn"
      aria-disabled={making ? true : undefined}
      onClick={() => void make(kind, write)}
    >
      <Icon name="download" />
      {making === kind ? t('format_saving') : label}
    </button>
  );
  return (
    <section class={styles.block} aria-labelledby="format-export">
      <h2 id="format-export">{t('format_export')}</h2>
      <p>{t('format_exportHelp')}</p>
      <div class={styles.acts}>
        {button('markdown', t('format_saveMarkdown'), () =>
          exportMarkdown(new Date(), pace(new AbortController().signal)),
        )}
        {button('promises', t('format_savePromises'), () => exportPromises())}
      </div>
      {failed && (
        <p class="error" role="alert">
          <Icon name="warning" size={14} />
          {t('format_notSaved')}
        </p>
      )}
      <p class="hint">{t('format_exportNote')}</p>
    </section>
  );
}
