import { useState } from 'preact/hooks';
import { fold } from '../../prep/fold.ts';
import type { Person } from '../../prep/records/person.ts';
import { changePerson, listPeople } from '../../storage/people.ts';
import { plural, t } from '../../storage/words.ts';
import { useFocusWhenHidden } from '../options/useFocusWhenHidden.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { PersonForm } from './PersonForm.tsx';
import styles from './people.module.css';
import { SamplePeople } from './SamplePeople.tsx';
import { cadenceText } from './words.ts';

/** The route of the form for somebody new. */
const NEW = 'new';
/** Rows drawn at first and with each "Show more". */
const PAGE = 100;

interface PeopleProps {
  /** The person whose form is open, or `new`. */
  chosen: string | undefined;
  hrefOf: (id: string) => string;
  onChoose: (id: string) => void;
}

/** The section of the options: everybody, and the form of one. */
export function People({ chosen, hrefOf, onChoose }: PeopleProps) {
  const live = useLive(listPeople, []);
  const say = useToast();
  useFocusWhenHidden('person', chosen);
  const archive = async (person: Person) => {
    const archivedAt = person.archivedAt ? null : new Date().toISOString();
    await changePerson(person.id, { archivedAt });
    say(t(archivedAt ? 'peopleArchived' : 'peopleBack', person.name), () =>
      changePerson(person.id, { archivedAt: person.archivedAt }),
    );
  };
  return (
    <>
      <header>
        <h1 id="title" tabIndex={-1}>
          {t('optionsPeople')}
        </h1>
        <span class="grow" />
        <button type="button" class="btn primary" onClick={() => onChoose(NEW)}>
          <Icon name="add" />
          {t('peopleNew')}
        </button>
      </header>
      <Ready live={live}>
        {(people) => {
          const person = people.find((one) => one.id === chosen);
          const open = chosen === NEW || person;
          return (
            <div class={styles.split} data-open={Boolean(chosen)}>
              <div class={styles.side}>
                {people.length === 0 && !open ? (
                  <Nobody onAdd={() => onChoose(NEW)} />
                ) : (
                  <PeopleList people={people} chosen={chosen} hrefOf={hrefOf} />
                )}
                <SamplePeople />
              </div>
              {open && (
                <section class={styles.editor} id="person" aria-labelledby="person-title" tabIndex={-1}>
                  <a class={`btn quiet small ${styles.back}`} href={hrefOf('')}>
                    <Icon name="back" size={14} />
                    {t('peopleAll')}
                  </a>
                  <div class={styles.title}>
                    <h2 class="grow" id="person-title" dir="auto">
                      {person ? person.name : t('peopleNewTitle')}
                    </h2>
                    {person && (
                      <button type="button" class="btn small" onClick={() => void archive(person)}>
                        {person.archivedAt ? t('peopleUnarchive') : t('peopleArchive')}
                      </button>
                    )}
                  </div>
                  {person?.archivedAt && <p class="meta">{t('peopleArchivedNote')}</p>}
                  <PersonForm
                    key={chosen}
                    person={person}
                    onSaved={(id) => {
                      say(t('peopleSaved'));
                      onChoose(id);
                    }}
                    onCancel={() => onChoose('')}
                  />
                </section>
              )}
              {chosen && !open && <p class="meta">{t('peopleGone')}</p>}
            </div>
          );
        }}
      </Ready>
    </>
  );
}

function Nobody({ onAdd }: { onAdd: () => void }) {
  return (
    <section class={styles.empty} aria-labelledby="nobody">
      <h2 class="h2" id="nobody">
        {t('peopleNobody')}
      </h2>
      <p class="meta">{t('peopleNobodyHelp')}</p>
      <button type="button" class="btn" onClick={onAdd}>
        <Icon name="add" size={14} />
        {t('peopleAddFirst')}
      </button>
    </section>
  );
}

type Kind = 'active' | 'archived' | 'sample';

const kinds: Record<Kind, { fits: (person: Person) => boolean; text: () => string }> = {
  active: { fits: (person) => !person.archivedAt, text: () => t('peopleActive') },
  archived: { fits: (person) => person.archivedAt !== null, text: () => t('peopleArchivedOnes') },
  sample: { fits: (person) => person.sample, text: () => t('peopleSampleOnes') },
};

interface PeopleListProps {
  people: readonly Person[];
  chosen: string | undefined;
  hrefOf: (id: string) => string;
}

function PeopleList({ people, chosen, hrefOf }: PeopleListProps) {
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
              <span class={`meta ${styles.about}`} dir="auto">
                {[person.role, person.team, cadenceText(person.cadence)].filter(Boolean).join(', ')}
              </span>
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
