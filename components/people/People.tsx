import { useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { changePerson, listPeople } from '../../storage/people.ts';
import { t } from '../../storage/words.ts';
import { ChooseFile, CONTACT_FILES } from '../data/formats/ChooseFile.tsx';
import split from '../options/split.module.css';
import { useFocusWhenHidden } from '../options/useFocusWhenHidden.ts';
import { useWriting } from '../options/useWriting.ts';
import { Icon } from '../ui/Icon.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { lazy } from '../ui/lazy.tsx';
import { Loading, Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { PeopleList } from './PeopleList.tsx';
import { PersonForm } from './PersonForm.tsx';
import styles from './people.module.css';
import { SamplePeople } from './SamplePeople.tsx';

/** Fetched with the first file of contacts. */
const ImportPeople = lazy(
  async () => (await import('../data/formats/ImportPeople.tsx')).ImportPeople,
  Loading,
);

const ForgetPerson = lazy(async () => (await import('../forget/ForgetPerson.tsx')).ForgetPerson, Loading);

/** The route of the form for somebody new. */
const NEW = 'new';

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
  const write = useWriting();
  const addButton = useRef<HTMLButtonElement>(null);
  const [file, setFile] = useState<File>();
  const importButton = useRef<HTMLButtonElement>(null);
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
        <ChooseFile
          button={importButton}
          kind="quiet"
          label={t('format_import')}
          fieldLabel={t('format_peopleFile')}
          accept={CONTACT_FILES}
          onChoose={setFile}
        />
        <button ref={addButton} type="button" class="btn primary" onClick={() => onChoose(NEW)}>
          <Icon name="add" />
          {t('peopleNew')}
        </button>
      </header>
      {file && (
        <ImportPeople
          file={file}
          onOther={() => importButton.current?.click()}
          onDone={() => {
            setFile(undefined);
            importButton.current?.focus();
          }}
        />
      )}
      <Ready live={live}>
        {(people) => {
          const person = people.find((one) => one.id === chosen);
          const open = chosen === NEW || person;
          return (
            <div class={split.split} data-open={Boolean(chosen)}>
              <div>
                {people.length === 0 && !open ? (
                  <Nobody onAdd={() => onChoose(NEW)} />
                ) : (
                  <PeopleList people={people} chosen={chosen} hrefOf={hrefOf} />
                )}
                <SamplePeople />
              </div>
              {open && (
                <section
                  class={`${split.editor} ${styles.editor}`}
                  id="person"
                  aria-labelledby="person-title"
                  tabIndex={-1}
                >
                  <a class={`btn quiet small ${split.back}`} href={hrefOf('')}>
                    <Icon name="back" size={14} />
                    {t('peopleAll')}
                  </a>
                  <div class={styles.title}>
                    <h2 class="grow" id="person-title" dir="auto">
                      {person ? person.name : t('peopleNewTitle')}
                    </h2>
                    {person && (
                      <button
                        type="button"
                        class="btn small"
                        onClick={() => void write(() => archive(person))}
                      >
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
                    onCancel={() => {
                      onChoose('');
                      keepFocus(() => linkTo(hrefOf(chosen ?? '')) ?? addButton.current);
                    }}
                    onReopen={() => chosen && onChoose(chosen)}
                  />
                  {person && (
                    <ForgetPerson
                      key={person.id}
                      personId={person.id}
                      onForgotten={() => {
                        onChoose('');
                        keepFocus(() => addButton.current);
                      }}
                    />
                  )}
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

function linkTo(href: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('a[href]')].find(
    (one) => one.getAttribute('href') === href,
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
