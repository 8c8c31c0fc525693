import { RAISED } from '../../prep/order.ts';
import type { ActionItem, Owner } from '../../prep/records/action-item.ts';
import type { Person } from '../../prep/records/person.ts';
import { plural, t } from '../../storage/words.ts';
import { dueSpoken, dueText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';

const AddPromise = lazy(async () => (await import('./AddPromise.tsx')).AddPromise, Loading);

export interface PromisesProps {
  /** In order; closed ones only when they were closed in this view. */
  items: ActionItem[];
  /** The peers of this brief, or of this tab. */
  people: Person[];
  today: string;
  /** How often each was carried into a meeting before this one. */
  raised: (item: ActionItem) => number;
  /** Where a line that was begun is kept. */
  draft: string;
  onAdd: (owner: Owner, text: string, due: string | null) => Promise<void>;
  /** Says by itself when something could not be stored; new words reject then, so that they stay in their field. */
  onChange: (item: ActionItem, change: Partial<Pick<ActionItem, 'text' | 'due' | 'state'>>) => Promise<void>;
}

/** Promises of both sides: mine, theirs, joint; ticked, edited, re-dated, dropped and added in place. */
export function Promises({ items, people, today, raised, draft, onAdd, onChange }: PromisesProps) {
  const open = items.filter((item) => item.state === 'open').length;
  return (
    <Section
      heading={t('briefPromises')}
      count={open}
      addLabel={t('briefAddPromise')}
      empty={items.length > 0 ? t('briefPromisesAllKept') : t('briefNoPromises')}
      draft={draft}
      renderAdd={(adding) => <AddPromise people={people} today={today} onAdd={onAdd} adding={adding} />}
      first
    >
      <ul class="items">
        {items.map((item, index) => {
          const who = whose(item, people);
          const repeated = index > 0 && whose(items[index - 1] ?? item, people) === who;
          const late = item.due !== null && item.due < today;
          return (
            <Row
              key={item.id}
              of={{ table: 'actionItems', id: item.id }}
              margin={repeated ? <span class="vh again">{who}</span> : <bdi title={who}>{who}</bdi>}
              text={item.text}
              aside={asideOf(item, people, raised(item))}
              tickLabel={t('briefKept', item.text, who, dueSpoken(item.due, today))}
              done={item.state === 'kept'}
              when={item.due && <span class={late ? 'w late' : 'w'}>{dueText(item.due, today)}</span>}
              due={{ value: item.due, onChange: (due) => onChange(item, { due }) }}
              onTick={(kept) => onChange(item, { state: kept ? 'kept' : 'open' })}
              onEdit={(text) => onChange(item, { text })}
              onDrop={() => onChange(item, { state: 'dropped' })}
            />
          );
        })}
      </ul>
    </Section>
  );
}

/** The margin's word: You, the peer's first name or Them, Both; All when there are more than two. */
function whose(item: ActionItem, people: readonly Person[]): string {
  if (item.owner === 'me') return t('briefYou');
  if (item.owner === 'both') return item.personIds.length > 1 ? t('briefAll') : t('briefBoth');
  if (item.personIds.length > 1) return t('briefThem');
  const names = item.personIds.map((id) => people.find((person) => person.id === id)?.name);
  return firstName(names.find((name) => name !== undefined) ?? '');
}

/** After the words: how often it was raised, once that is three times; with several peers, to whom mine is. */
function asideOf(item: ActionItem, people: readonly Person[], times: number): string | undefined {
  const often = times >= RAISED ? plural('briefTimes', times) : undefined;
  return [toWhom(item, people), often].filter(Boolean).join(', ') || undefined;
}

/** In a brief with several peers: to whom mine is. */
function toWhom(item: ActionItem, people: readonly Person[]): string | undefined {
  if (people.length < 2 || item.owner !== 'me' || item.personIds.length !== 1) return undefined;
  const peer = people.find((person) => person.id === item.personIds[0]);
  return peer && t('briefTo', firstName(peer.name));
}
