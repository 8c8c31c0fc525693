import { keepRate } from '../../prep/keep-rate.ts';
import { RAISED, timesRaised } from '../../prep/order.ts';
import { overview } from '../../prep/overview.ts';
import type { ActionItem, Owner } from '../../prep/records/action-item.ts';
import type { Person } from '../../prep/records/person.ts';
import { readAllPromises } from '../../storage/action-items.ts';
import { localDay } from '../../storage/record.ts';
import { plural, t } from '../../storage/words.ts';
import { hrefOfAside } from '../panel/aside-route.ts';
import { dueSpoken, dueText, namesText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { usePromises } from '../ui/usePromises.ts';
import styles from './overview.module.css';

const sides: Record<Owner, () => string> = {
  me: () => t('promisesMine'),
  them: () => t('promisesTheirs'),
  both: () => t('promisesBoth'),
};

/** All open promises over all people: what I owe, what they owe, and what we both do; below, how I have kept mine. */
export function PromisesPage({ onBack }: { onBack: () => void }) {
  const now = useNow();
  const today = localDay(now);
  const minute = now.toISOString().slice(0, 16);
  const read = useLive(() => readAllPromises(now), [minute]);
  return (
    <div class="panel">
      <header class="bar">
        <button type="button" class="btn quiet small" onClick={onBack}>
          <Icon name="back" />
          {t('promisesBack')}
        </button>
      </header>
      <main class="main" aria-labelledby="title">
        <h1 class={styles.title} id="title">
          {t('briefPromises')}
        </h1>
        <Ready live={read}>
          {({ items, people, ahead }) => (
            <>
              <Lists
                items={items.filter(({ state }) => state === 'open')}
                people={people}
                today={today}
                notYet={ahead}
              />
              <Rates items={items} people={people} today={today} />
            </>
          )}
        </Ready>
      </main>
    </div>
  );
}

interface ListsProps {
  items: ActionItem[];
  people: Person[];
  today: string;
}

function Lists({ items, people, today, notYet }: ListsProps & { notYet: readonly string[] }) {
  const { rows, change } = usePromises(items);
  const tick = (item: ActionItem, done: boolean) => change(item, { state: done ? 'kept' : 'open' });
  const kept = rows.filter(({ state }) => state === 'kept');
  const sorted = overview(rows, notYet);
  if (rows.length === 0) return <p class="meta">{t('promisesNone')}</p>;
  return (
    <>
      {(Object.keys(sides) as Owner[]).map((owner) => {
        const all = [...sorted[owner], ...kept.filter((item) => item.owner === owner)];
        if (all.length === 0) return null;
        return (
          <section key={owner} class="sec" aria-labelledby={`h-${owner}`}>
            <header>
              <h2 class="grow" id={`h-${owner}`}>
                {sides[owner]()} {sorted[owner].length > 0 && <span class="n">{sorted[owner].length}</span>}
              </h2>
            </header>
            <ul class={styles.list}>
              {all.map((item) => (
                <PromiseRow
                  key={item.id}
                  item={item}
                  people={people}
                  today={today}
                  raised={timesRaised(item, notYet)}
                  onTick={tick}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

interface PromiseRowProps {
  item: ActionItem;
  people: Person[];
  today: string;
  raised: number;
  onTick: (item: ActionItem, done: boolean) => void;
}

function PromiseRow({ item, people, today, raised, onTick }: PromiseRowProps) {
  const theirs = people.filter(({ id }) => item.personIds.includes(id));
  const who = namesText(theirs.map(({ name }) => name));
  const [first] = theirs;
  return (
    <li class={item.state === 'kept' ? 'done' : ''}>
      <input
        class="tick"
        type="checkbox"
        checked={item.state === 'kept'}
        aria-label={t('briefKept', item.text, who, dueSpoken(item.due, today))}
        onChange={(event) => onTick(item, event.currentTarget.checked)}
      />
      <span class="t">
        <bdi>{item.text}</bdi>{' '}
        <span class="meta">
          {first ? (
            // Changed, put off or dropped among all that is with them.
            <a
              class={styles.who}
              href={hrefOfAside({ kind: 'person', personId: first.id, entry: item.id })}
              aria-label={t('promisesOpen', item.text, who)}
            >
              <bdi>{who}</bdi>
            </a>
          ) : null}
          {raised >= RAISED && <span class="late">, {plural('briefRaised', raised)}</span>}
        </span>
      </span>
      <span class={item.due && item.due < today ? 'w meta late' : 'w meta'}>
        {item.due && dueText(item.due, today)}
      </span>
    </li>
  );
}

/** My own promises only, and only for me: never how somebody else keeps theirs. */
function Rates({ items, people, today }: ListsProps) {
  const rated = people
    .map((person) => ({
      person,
      rate: keepRate(
        items.filter(({ personIds }) => personIds.includes(person.id)),
        today,
      ),
    }))
    .filter(({ rate }) => rate.of > 0);
  if (rated.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="h-rates">
      <header>
        <h2 class="grow" id="h-rates">
          {t('promisesRates')} <span class="n">{t('closeOutOnlyYou')}</span>
        </h2>
      </header>
      <ul>
        {rated.map(({ person, rate }) => (
          <li key={person.id} class={styles.rate}>
            <bdi>{firstName(person.name)}</bdi>
            <span class="meta">
              {t('promisesKept', rate.kept, rate.of)}
              {rate.late > 0 && `, ${plural('promisesLate', rate.late)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
