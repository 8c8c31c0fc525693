import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './data.module.css';
import { RestoreFile } from './RestoreFile.tsx';

/** A file to restore from, or a snapshot, and what it is called. */
export interface Chosen {
  name: string;
  file: Blob;
}

interface RestoreProps {
  chosen: Chosen | undefined;
  onChosen: (chosen: Chosen | undefined) => void;
}

/** Chooses a backup, shows what it would change, and restores it. */
export function Restore({ chosen, onChosen }: RestoreProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  const had = useRef(false);
  useEffect(() => {
    if (had.current && !chosen) button.current?.focus();
    had.current = chosen !== undefined;
  }, [chosen]);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file) onChosen({ name: file.name, file });
  };
  return (
    <section class={styles.blk} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('data_restore')}</h2>
      <p>{t('data_restoreHelp')}</p>
      <input
        ref={input}
        class="vh"
        type="file"
        tabIndex={-1}
        aria-label={t('data_file')}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {chosen ? (
        <RestoreFile
          key={`${chosen.name} ${chosen.file.size}`}
          chosen={chosen}
          onOther={() => input.current?.click()}
          onDone={() => onChosen(undefined)}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
        <div
          class={`${styles.drop} ${over ? styles.over : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer?.files);
          }}
        >
          <Icon name="file" size={20} />
          <span class="grow">{t('data_drop')}</span>
          <button ref={button} type="button" class="btn" onClick={() => input.current?.click()}>
            {t('data_chooseFile')}
          </button>
        </div>
      )}
    </section>
  );
}
