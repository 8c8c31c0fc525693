import { addOutcomes, NOTHING, type Outcome } from '../../prep/backup/merge.ts';
import type { BackupTable } from '../../prep/backup/tables.ts';
import type { Mode, Outcomes } from '../../storage/backup/restore.ts';
import { locale, plural, t, type Word } from '../../storage/words.ts';
import styles from './data.module.css';

/** What a person calls the records of these tables; those without a name of their own are counted together. */
const KINDS: readonly [Word, readonly BackupTable[]][] = [
  ['data_people', ['people']],
  ['data_meetings', ['meetings']],
  ['data_notes', ['notes']],
  ['data_promises', ['actionItems']],
  ['data_topics', ['topics']],
  ['data_answers', ['askings']],
  ['data_facts', ['facts']],
  ['data_questions', ['questions', 'questionSets']],
  [
    'data_others',
    [
      'series',
      'agendas',
      'agendaTemplates',
      'decisions',
      'projects',
      'reviews',
      'cadenceChanges',
      'captures',
      'settings',
    ],
  ],
];

const COLUMNS = [
  ['fresh', 'data_fresh'],
  ['changed', 'data_changed'],
  ['deleted', 'data_deleted'],
  ['older', 'data_older'],
  ['same', 'data_same'],
] as const satisfies readonly [keyof Outcome, Word][];

/** What a restore would change, by kind; kinds without anything are left out. */
export function Plan({ outcomes, mode }: { outcomes: Outcomes; mode: Mode }) {
  const rows = KINDS.map(([word, tables]) => ({
    word,
    sum: tables.map((table) => outcomes[table] ?? NOTHING).reduce(addOutcomes, NOTHING),
  })).filter(({ sum }) => Object.values(sum).some((count) => count > 0));
  const all = rows.map(({ sum }) => sum).reduce(addOutcomes, NOTHING);
  const columns = COLUMNS.filter(([key]) => all[key] > 0);
  const changes = all.fresh + all.changed + all.deleted + all.beside;
  if (changes === 0) return <p class={styles.plan}>{t('data_allHere')}</p>;
  return (
    <div class={styles.plan}>
      <table>
        <caption>{t(mode === 'merge' ? 'data_wouldChange' : 'data_wouldReplace')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('data_kind')}</th>
            {columns.map(([key, word]) => (
              <th key={key} scope="col">
                {t(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ word, sum }) => (
            <tr key={word}>
              <th scope="row">{t(word)}</th>
              {columns.map(([key]) => (
                <td key={key}>{sum[key].toLocaleString(locale())}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {all.beside > 0 && <p class="hint">{plural('data_beside', all.beside)}</p>}
    </div>
  );
}
