import '../rtl/arrows.css';
import { useEffect, useRef } from 'preact/hooks';
import { setCovered } from '../../storage/cover.ts';
import { t } from '../../storage/words.ts';
import { Templates } from '../agenda/Templates.tsx';
import { BackupAge } from '../data/BackupAge.tsx';
import { Data } from '../data/Data.tsx';
import { People } from '../people/People.tsx';
import { QuestionSets } from '../question-sets/QuestionSets.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { useNow } from '../ui/useNow.ts';
import { About } from './About.tsx';
import { Calendar } from './Calendar.tsx';
import styles from './options.module.css';
import { hrefOf, SECTIONS, type Section, useRoute } from './route.ts';

const sections: Record<Section, { icon: IconName; title: () => string }> = {
  'question-sets': { icon: 'list', title: () => t('optionsSets') },
  agendas: { icon: 'check', title: () => t('optionsAgendas') },
  people: { icon: 'people', title: () => t('optionsPeople') },
  calendar: { icon: 'date', title: () => t('optionsCalendar') },
  data: { icon: 'data', title: () => t('data_title') },
  about: { icon: 'info', title: () => t('optionsAbout') },
};

/** The options page: a section at a time, named in the address. */
export function Options() {
  const [{ section, id }, go] = useRoute();
  const first = useRef(true);
  const title = sections[section].title();
  const now = useNow();

  useEffect(() => {
    document.title = t('optionsTitle', title);
    // The page's own start takes no focus; a change of section goes to its heading.
    if (!first.current) document.getElementById('title')?.focus();
    first.current = false;
  }, [title]);

  return (
    <ToastProvider>
      <div class={styles.options}>
        <nav class={styles.side} aria-label={t('optionsNav')}>
          <p class={styles.brand}>
            <Icon name="brand" size={20} />
            {t('extensionName')}
          </p>
          <ul>
            {SECTIONS.map((name) => (
              <li key={name}>
                <a href={hrefOf({ section: name })} aria-current={name === section ? 'page' : undefined}>
                  <Icon name={sections[name].icon} />
                  {sections[name].title()}
                </a>
              </li>
            ))}
          </ul>
          <div class={styles.age}>
            <button
              type="button"
              class="btn quiet small"
              aria-keyshortcuts="F2"
              onClick={() => setCovered(true)}
            >
              <Icon name="show" size={14} />
              {t('cover_menu')}
            </button>
            <BackupAge now={now} />
          </div>
        </nav>
        <main class={styles.page} aria-labelledby="title">
          {section === 'question-sets' && (
            <QuestionSets
              chosen={id}
              hrefOf={(set) => hrefOf({ section, id: set })}
              onChoose={(set) => go({ section, id: set })}
            />
          )}
          {section === 'agendas' && <Templates />}
          {section === 'people' && (
            <People
              chosen={id}
              hrefOf={(person) => hrefOf({ section, id: person })}
              onChoose={(person) => go({ section, id: person })}
            />
          )}
          {section === 'calendar' && <Calendar />}
          {section === 'data' && <Data />}
          {section === 'about' && <About />}
        </main>
      </div>
    </ToastProvider>
  );
}
