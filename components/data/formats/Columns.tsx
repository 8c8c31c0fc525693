import { FIELDS, type Field, type Table } from '../../../prep/formats/csv-columns.ts';
import { plural, t } from '../../../storage/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { number } from './fault-words.ts';
import styles from './formats.module.css';

const names: Record<Field, () => string> = {
  none: () => t('format_fieldNone'),
  name: () => t('format_fieldName'),
  first: () => t('format_fieldFirst'),
  middle: () => t('format_fieldMiddle'),
  last: () => t('format_fieldLast'),
  email: () => t('format_fieldEmail'),
  nickname: () => t('format_fieldNickname'),
  role: () => t('format_fieldRole'),
  team: () => t('format_fieldTeam'),
  company: () => t('format_fieldCompany'),
};

interface ColumnsProps {
  table: Table;
  fields: readonly Field[];
  /** What was understood at first: these columns stand open, the others folded. */
  guessed: readonly Field[];
  onChange: (fields: Field[]) => void;
}

/** What each column of a table holds, with an example; every one can be changed. */
export function Columns({ table, fields, guessed, onChange }: ColumnsProps) {
  const rows = table.headers.map((header, at) => ({
    at,
    name: header.trim() || t('format_columnNumber', number(at + 1)),
    example: table.rows.find((row) => (row[at] ?? '').trim() !== '')?.[at]?.trim() ?? '',
  }));
  const used = rows.filter(({ at }) => guessed[at] !== 'none');
  const others = rows.filter(({ at, example }) => guessed[at] === 'none' && example !== '');
  const draw = (some: typeof rows) => (
    <ul class={styles.columns}>
      {some.map(({ at, name, example }) => (
        <li key={at}>
          <span>
            <bdi>{name}</bdi>
            <span class="meta" dir="auto">
              {example.slice(0, 60)}
            </span>
          </span>
          <select
            class="field"
            aria-label={t('format_columnHolds', name)}
            value={fields[at]}
            onChange={(event) => onChange(fields.with(at, event.currentTarget.value as Field))}
          >
            {FIELDS.map((field) => (
              <option key={field} value={field}>
                {names[field]()}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="format-columns">
      <h3 class="h2" id="format-columns">
        {t('format_columns')}
      </h3>
      <p class="hint">{t('format_columnsHelp')}</p>
      {used.length > 0 && draw(used)}
      {others.length > 0 && (
        <details open={used.length === 0}>
          <summary>
            <Icon name="right" size={12} />
            {plural('format_moreColumns', others.length)}
          </summary>
          {draw(others)}
        </details>
      )}
    </section>
  );
}
