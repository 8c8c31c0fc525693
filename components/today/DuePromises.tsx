import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { dueSpoken, dueText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import styles from './DuePromises.module.css';

/** How many are shown; the rest is in the briefs of their people. */
const SHOWN = 12;

interface DuePromisesProps {
  /** Open, or closed in this view. */
  due: ActionItem[];
  people: Person[];
  today: string;
  onTick: (item: ActionItem, kept: boolean) => void;
}

/** Promises late or due in the next days, whoever they are from or to. */
export function DuePromises({ due, people, today, onTick }: DuePromisesProps) {
  const open = due.filter((item) => item.state === 'open');
  const all = [...due].sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  return (
    <section class="sec" aria-labelledby="h-prom">
      <header>
        <h2 class="grow" id="h-prom">
          {t('todayDue')} {open.length > 0 && <span class="n">{open.length}</span>}
        </h2>
        <a class="btn quiet small" href="#promises">
          {t('promisesAll')}
        </a>
      </header>
      {all.length === 0 && <p class="meta">{t('todayNothingDue')}</p>}
      <ul class={`items ${styles.promised}`}>
        {all.slice(0, SHOWN).map((item) => {
          const who = side(item, people);
          return (
            <li key={item.id} class={item.state === 'kept' ? 'done' : ''}>
              <span class="m" title={who}>
                <bdi>{who}</bdi>
              </span>
              <input
                class="tick"
                type="checkbox"
                checked={item.state === 'kept'}
                aria-label={t('briefKept', item.text, who, dueSpoken(item.due, today))}
                onChange={(event) => onTick(item, event.currentTarget.checked)}
              />
              <span class="t">
                <bdi>{item.text}</bdi>
              </span>
              <span class={item.due && item.due < today ? 'w late' : 'w'}>
                {item.due && dueText(item.due, today)}
              </span>
            </li>
          );
        })}
      </ul>
      {all.length > SHOWN && <p class="meta">{t('todayMoreDue', all.length - SHOWN)}</p>}
    </section>
  );
}

function side(item: ActionItem, people: readonly Person[]): string {
  const name = firstName(people.find((person) => item.personIds.includes(person.id))?.name ?? '');
  if (item.owner === 'me') return t('todayTo', name);
  return item.owner === 'them' ? t('todayFrom', name) : t('todayWith', name);
}
