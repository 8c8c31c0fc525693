import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../../storage/words.ts';
import { Icon } from '../Icon.tsx';
import styles from './import.module.css';

/** A line that names somebody. */
export interface NamedLine {
  /** The id of what it stands in. */
  of: string;
  text: string;
  /** The name or address in it. */
  found: string;
}

interface ExportNamesProps {
  named: readonly NamedLine[];
  hrefOf: (id: string) => string;
  onSave: () => void;
  onCancel: () => void;
}

/** Before a file is saved: what in it names somebody, so that it can be changed first. */
export function ExportNames({ named, hrefOf, onSave, onCancel }: ExportNamesProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} class={`banner ${styles.wide}`} aria-labelledby="export-title" tabIndex={-1}>
      <h2 class="vh" id="export-title">
        {t('setsBeforeSaving')}
      </h2>
      <Icon name="warning" />
      <h3>{plural('setsNamed', named.length)}</h3>
      <p>{t('setsNamedHelp')}</p>
      <ul class={styles.names}>
        {named.slice(0, 20).map((one) => (
          <li key={`${one.of} ${one.text}`}>
            <strong dir="auto">{one.found}</strong>
            <a href={hrefOf(one.of)} dir="auto">
              {one.text}
            </a>
          </li>
        ))}
      </ul>
      <div class="acts">
        <button type="button" class="btn primary" onClick={onSave}>
          {t('setsSaveAnyway')}
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          {t('uiCancel')}
        </button>
      </div>
    </section>
  );
}
