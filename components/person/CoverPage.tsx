import type { ComponentChildren } from 'preact';
import { type CoverInput, coverChoices, coverSheet } from '../../prep/cover-sheet.ts';
import type { Owner } from '../../prep/records/action-item.ts';
import { readCover, type Shareable, setShareable } from '../../storage/cover-sheet.ts';
import { localDay } from '../../storage/record.ts';
import { readSettings } from '../../storage/settings.ts';
import { t } from '../../storage/words.ts';
import { dayText, fullDay, namesText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { Ready } from '../ui/States.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import styles from './Cover.module.css';

interface CoverPageProps {
  personId: string;
  onBack: () => void;
  /** Opens the browser's own print. */
  onPrint?: () => void;
}

/** What of a peer's matters may be handed to whoever covers: chosen on the left, printed as it stands on the right. */
export function CoverPage({ personId, onBack, onPrint = () => print() }: CoverPageProps) {
  const cover = useLive(async () => {
    const [input, { ownName }] = await Promise.all([readCover(personId), readSettings()]);
    return { input, ownName };
  }, [personId]);
  const attempt = useAttempt();
  const today = localDay(useNow());
  return (
    <div class="panel">
      <header class={`bar ${styles.screen}`}>
        <button type="button" class="btn quiet small" onClick={onBack}>
          <Icon name="back" />
          {t('person_page_back')}
        </button>
        <span class="grow" />
        <button type="button" class="btn primary small" onClick={onPrint}>
          <Icon name="print" />
          {t('person_page_cover_print')}
        </button>
      </header>
      <main class={`main ${styles.page}`}>
        <Ready live={cover}>
          {({ input, ownName }) =>
            input ? (
              <>
                <Choices
                  input={input}
                  today={today}
                  onChange={(table, id, on) => attempt(() => setShareable(table, id, on))}
                />
                <Sheet input={input} own={ownName || t('recapMe')} today={today} />
              </>
            ) : (
              <p class="meta">{t('person_page_gone')}</p>
            )
          }
        </Ready>
      </main>
    </div>
  );
}

interface ChoicesProps {
  input: CoverInput;
  today: string;
  onChange: (table: Shareable, id: string, on: boolean) => void;
}

function Choices({ input, today, onChange }: ChoicesProps) {
  const { items, topics, decisions, notes } = coverChoices(input);
  const groups: [
    Shareable,
    string,
    readonly { id: string; text: string; shareable: boolean; at?: string }[],
  ][] = [
    ['items', t('search_promises'), items],
    ['topics', t('search_topics'), topics],
    ['decisions', t('search_decisions'), decisions],
    ['notes', t('search_notes'), notes],
  ];
  const filled = groups.filter(([, , all]) => all.length > 0);
  return (
    <section class={styles.screen} aria-labelledby="cover-choose">
      <h2 class="h2" id="cover-choose">
        {t('person_page_cover_choose')}
      </h2>
      <p class="hint">{t('person_page_cover_help')}</p>
      {filled.length === 0 && <p class="meta">{t('person_page_cover_nothing')}</p>}
      {filled.map(([table, title, all]) => (
        <fieldset key={table} class={styles.group}>
          <legend class="label">{title}</legend>
          {all.map(({ id, text, shareable, at }) => (
            <label key={id} class={styles.choice}>
              <input
                class="tick"
                type="checkbox"
                checked={shareable}
                onChange={(event) => onChange(table, id, event.currentTarget.checked)}
              />
              <span>
                <bdi class={styles.clamp}>{text}</bdi>
                {at && <span class="meta">{dayText(at, today)}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}

interface SheetProps {
  input: CoverInput;
  /** Who prints it, as a recap calls them: another person reads it. */
  own: string;
  today: string;
}

/** What is printed. */
function Sheet({ input, own, today }: SheetProps) {
  const sheet = coverSheet(input);
  const empty = [sheet.promises, sheet.topics, sheet.decisions, sheet.notes].every((all) => all.length === 0);
  return (
    <article class={styles.sheet} aria-labelledby="cover-name">
      <h1 class="name" id="cover-name">
        <bdi>{sheet.name}</bdi>
      </h1>
      <p>
        <bdi>{[sheet.role, sheet.team].filter(Boolean).join(', ')}</bdi>
      </p>
      <p>
        <bdi>{sheet.emails.join(', ')}</bdi>
      </p>
      <p class="meta">{t('person_page_cover_as_of', fullDay(today))}</p>
      {empty && <p class={`meta ${styles.screen}`}>{t('person_page_cover_empty')}</p>}
      <Part title={t('person_page_cover_promises')} all={sheet.promises}>
        {({ text, owner, due }) => (
          <>
            <bdi>{text}</bdi>{' '}
            <span class="meta">
              <bdi>{ownerText(owner, own, sheet.name)}</bdi>
              {due && `, ${dayText(due, today)}`}
            </span>
          </>
        )}
      </Part>
      <Part title={t('person_page_cover_topics')} all={sheet.topics}>
        {(text) => <bdi>{text}</bdi>}
      </Part>
      <Part title={t('search_decisions')} all={sheet.decisions}>
        {({ text, againOn }) => (
          <>
            <bdi>{text}</bdi>{' '}
            {againOn && <span class="meta">{t('search_decide_again', dayText(againOn, today))}</span>}
          </>
        )}
      </Part>
      <Part title={t('search_notes')} all={sheet.notes}>
        {({ text, at }) => (
          <>
            <span class="meta">{dayText(at, today)}</span> <bdi class={styles.note}>{text}</bdi>
          </>
        )}
      </Part>
    </article>
  );
}

function ownerText(owner: Owner, own: string, name: string): string {
  if (owner === 'both') return namesText([own, name]);
  return owner === 'me' ? own : name;
}

function Part<T>(props: { title: string; all: readonly T[]; children: (one: T) => ComponentChildren }) {
  if (props.all.length === 0) return null;
  return (
    <section>
      <h2 class="h2">{props.title}</h2>
      <ul>
        {props.all.map((one) => (
          <li key={JSON.stringify(one)}>{props.children(one)}</li>
        ))}
      </ul>
    </section>
  );
}
