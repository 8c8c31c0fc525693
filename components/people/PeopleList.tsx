import { useState } from 'preact/hooks';
import { fold } from '../../prep/fold.ts';
import type { Person } from '../../prep/records/person.ts';
import { plural, t } from '../../storage/words.ts';
import styles from './people.module.css';
import { cadenceText } from './words.ts';
import '../ui/tag.css';

/** Rows drawn at first and with each "Show more". */
const PAGE = 100;

type Kind = 'active' | 'archived' | 'sample';

const kinds: Record<Kind, { fits: (person: Person) => boolean; text: () => string }> = {
  active: { fits: (person) => !person.archivedAt, text: () => t('peopleActive') },
  archived: { fits: (person) => person.archivedAt !== null, text: () => t('peopleArchivedOnes') },
  sample: { fits: (person) => person.sample, text: () => t('peopleSampleOnes') },
};

interface PeopleListProps {
  /** Everybody, archived people included, in the order to show. */
  people: readonly Person[];
  chosen: string | undefined;
  hrefOf: (id: string) => string;
}

/** Everybody, or the active, archived or made-up ones; found by any word about them. */
export function PeopleList({ people, chosen, hrefOf }: PeopleListProps) {
  const [kind, setKind] = useState<Kind>('active');
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState(PAGE);
  const here = (Object.keys(kinds) as Kind[]).filter(
    (one) => one === 'active' || one === kind || people.some(kinds[one].fits),
  );
  const wanted = fold(query.trim());
  const found = people.filter(
    (person) =>
      kinds[kind].fits(person) &&
      fold([person.name, ...person.aliases, ...person.emails, person.role, person.team].join(' ')).includes(
        wanted,
      ),
  );
  return (
    <section class={styles.list} aria-label={t('peopleList')}>
      <input
        class="field"
        type="search"
        dir="auto"
        aria-label={t('peopleSearch')}
        placeholder={t('peopleSearch')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {here.length > 1 && (
        <fieldset class="seg" aria-label={t('peopleWhich')}>
          {here.map((one) => (
            <label key={one}>
              <input type="radio" name="people-kind" checked={one === kind} onChange={() => setKind(one)} />
              {kinds[one].text()}
            </label>
          ))}
        </fieldset>
      )}
      <p class="vh" role="status">
        {plural('peopleCount', found.length)}
      </p>
      {found.length === 0 && <p class="meta">{query ? t('peopleNoMatch', query) : t('peopleNoneHere')}</p>}
      <ul aria-label={t('optionsPeople')}>
        {found.slice(0, rows).map((person) => (
          <li key={person.id} class={person.id === chosen ? styles.chosen : ''}>
            <a href={hrefOf(person.id)} aria-current={person.id === chosen ? 'true' : undefined}>
              <span dir="auto">{person.name}</span>
              {person.sample && <span class="tag">{t('peopleSampleTag')}</span>}
              {about(person) !== '' && (
                <span class={`meta ${styles.about}`} dir="auto">
                  {about(person)}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {found.length > rows && (
        <button type="button" class="btn quiet small" onClick={() => setRows(rows + PAGE)}>
          {plural('peopleShowMore', Math.min(PAGE, found.length - rows))}
        </button>
      )}
    </section>
  );
}

function about({ role, team, cadence }: Person): string {
  return [role, team, cadenceText(cadence)].filter(Boolean).join(', ');
}
