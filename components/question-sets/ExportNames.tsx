import { useEffect, useRef } from 'preact/hooks';
import { findPersonal } from '../../prep/personal.ts';
import type { SetWithQuestions } from '../../prep/question-import.ts';
import type { Person } from '../../prep/records/person.ts';
import { plural, t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './import.module.css';

export interface Named {
  setId: string;
  text: string;
  found: string;
}

/** The titles, descriptions and questions of these sets that name somebody. */
export function namedIn(sets: readonly SetWithQuestions[], people: readonly Person[]): Named[] {
  const lines = sets.flatMap((set) =>
    [set.title, set.description, ...set.questions.map((one) => one.text)].map((text) => ({
      setId: set.id,
      text,
    })),
  );
  return findPersonal(
    lines.map((one) => one.text),
    people,
  ).flatMap(({ at, found }) => {
    const one = lines[at];
    return one ? [{ ...one, found }] : [];
  });
}

interface ExportNamesProps {
  named: readonly Named[];
  hrefOf: (setId: string) => string;
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
          <li key={`${one.setId} ${one.text}`}>
            <strong dir="auto">{one.found}</strong>
            <a href={hrefOf(one.setId)} dir="auto">
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
