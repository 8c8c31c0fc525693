import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type FileFault, FileRefused } from '../../../storage/formats/faults.ts';
import { type Pace, pace } from '../../../storage/formats/pace.ts';
import { t } from '../../../storage/words.ts';
import { ChosenFile } from '../../ui/files/ChosenFile.tsx';
import { RefusedFile } from '../../ui/files/RefusedFile.tsx';
import { faultText, number } from './fault-words.ts';

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
    return () => stop.abort();
  }, [file]);
  return (
    <ChosenFile file={file} onOther={onOther}>
      {now.state === 'reading' && (
        <div class="row">
          <p class="meta grow" role="status">
            {now.line > 0 && t('format_reading', number(now.line))}
          </p>
          <button type="button" class="btn small" onClick={onClose}>
            {t('uiCancel')}
          </button>
        </div>
      )}
      {now.state === 'refused' && <RefusedFile {...faultText(now.fault)} onClose={onClose} />}
      {now.state === 'read' && children(now.value)}
    </ChosenFile>
  );
}
