import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type FileFault, FileRefused } from '../../../storage/formats/faults.ts';
import { type Pace, pace } from '../../../storage/formats/pace.ts';
import { t } from '../../../storage/words.ts';
import { sizeText } from '../../question-sets/import-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { faultText, number } from './fault-words.ts';
import styles from './formats.module.css';

type State<T> =
  | { state: 'reading'; line: number }
  | { state: 'read'; value: T }
  | { state: 'refused'; fault: FileFault | { kind: 'broken' } };

interface FileReadingProps<T> {
  file: File;
  /** Reads the file; `pace` lets the page draw, and ends it when it is no longer wanted. */
  read: (file: File, pace: Pace) => Promise<T>;
  onOther: () => void;
  onClose: () => void;
  children: (value: T) => ComponentChildren;
}

/** A chosen file while it is read, why it cannot be taken, or what is in it. */
export function FileReading<T>({ file, read, onOther, onClose, children }: FileReadingProps<T>) {
  const [now, setNow] = useState<State<T>>({ state: 'reading', line: 0 });
  const box = useRef<HTMLElement>(null);
  const reader = useRef(read);
  reader.current = read;
  useEffect(() => {
    const stop = new AbortController();
    const set = (next: State<T>) => !stop.signal.aborted && setNow(next);
    setNow({ state: 'reading', line: 0 });
    reader
      .current(
        file,
        pace(stop.signal, (line) => set({ state: 'reading', line })),
      )
      .then(
        (value) => set({ state: 'read', value }),
        (error: unknown) => {
          if (stop.signal.aborted) return;
          if (error instanceof FileRefused) return set({ state: 'refused', fault: error.fault });
          console.error('peerside: a file could not be understood', error);
          set({ state: 'refused', fault: { kind: 'broken' } });
        },
      );
    box.current?.focus();
    return () => stop.abort();
  }, [file]);
  return (
    <section class={styles.import} aria-labelledby="format-title" ref={box} tabIndex={-1}>
      <h2 class="vh" id="format-title">
        {t('format_importOf', file.name)}
      </h2>
      <div class={styles.file}>
        <Icon name="file" size={20} />
        <p>
          <strong dir="auto">{file.name}</strong>
          <br />
          <span class="meta">{t('format_fileSize', sizeText(file.size))}</span>
        </p>
        <button type="button" class="btn small" onClick={onOther}>
          {t('format_other')}
        </button>
      </div>
      {now.state === 'reading' && (
        <div class="row">
          <p class="meta grow" role="status">
            {now.line > 0 && t('format_reading', number(now.line))}
          </p>
          <button type="button" class="btn small" onClick={onClose}>
            {t('format_cancel')}
          </button>
        </div>
      )}
      {now.state === 'refused' && <Refused fault={now.fault} onClose={onClose} />}
      {now.state === 'read' && children(now.value)}
    </section>
  );
}

function Refused({ fault, onClose }: { fault: Parameters<typeof faultText>[0]; onClose: () => void }) {
  const { what, how } = faultText(fault);
  return (
    <div class="banner danger" role="alert">
      <Icon name="warning" />
      <h3>{what}</h3>
      <p>
        {t('format_nothingChanged')} {how}
      </p>
      <div class="acts">
        <button type="button" class="btn" onClick={onClose}>
          {t('format_close')}
        </button>
      </div>
    </div>
  );
}
