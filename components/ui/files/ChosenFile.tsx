import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../../storage/words.ts';
import { FileHead } from './FileHead.tsx';
import styles from './files.module.css';
import { sizeText } from './size-text.ts';

interface ChosenFileProps {
  file: File;
  onOther: () => void;
  /** How far its reading is, why it cannot be taken, or what is in it. */
  children: ComponentChildren;
}

/** A file that was chosen to be imported. It takes the focus, so that it is read out. */
export function ChosenFile({ file, onOther, children }: ChosenFileProps) {
  const box = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => box.current?.focus(), [file]);
  return (
    <section class={styles.chosen} aria-labelledby={id} ref={box} tabIndex={-1}>
      <h2 class="vh" id={id}>
        {t('uiFileImport', file.name)}
      </h2>
      <FileHead name={file.name} about={t('uiFileSize', sizeText(file.size))} onOther={onOther} />
      {children}
    </section>
  );
}
