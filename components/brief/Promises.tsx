import { useState } from 'preact/hooks';
import type { ActionItem, Owner } from '../../prep/records/action-item.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { AddLine } from '../ui/AddLine.tsx';
import { dueSpoken, dueText } from '../ui/dates.ts';
import styles from './Promises.module.css';
import { Row } from './Row.tsx';
import { readPromise, type UnderstoodPromise } from './read-promise.ts';
import { Section } from './Section.tsx';

interface PromisesProps {
  /** In order; closed ones only when they were closed in this view. */
  items: ActionItem[];
  /** The peers of this brief, or of this tab. */
  people: Person[];
  today: string;
  onAdd: (owner: Owner, text: string, due: string | null) => Promise<void>;
  onChange: (item: ActionItem, change: Partial<Pick<ActionItem, 'text' | 'due' | 'state'>>) => void;
}

/** Promises of both sides: mine, theirs, joint; ticked, edited, re-dated, dropped and added in place. */
export function Promises({ items, people, today, onAdd, onChange }: PromisesProps) {
  const open = items.filter((item) => item.state === 'open').length;
  return (
    <Section
      heading={t('briefPromises')}
      count={open}
      addLabel={t('briefAddPromise')}
      empty={items.length > 0 ? t('briefPromisesAllKept') : t('briefNoPromises')}
      renderAdd={(close) => <AddPromise people={people} today={today} onAdd={onAdd} onClose={close} />}
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
              margin={repeated ? <span class="vh">{who}</span> : <bdi title={who}>{who}</bdi>}
              text={item.text}
              aside={toWhom(item, people)}
              tickLabel={t('briefKept', item.text, who, dueSpoken(item.due, today))}
              done={item.state === 'kept'}
              when={item.due && <span class={late ? 'late' : ''}>{dueText(item.due, today)}</span>}
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

/** The margin's word: You, the peer's first name, Both; All when there are more than two. */
function whose(item: ActionItem, people: readonly Person[]): string {
  if (item.owner === 'me') return t('briefYou');
  if (item.owner === 'both') return item.personIds.length > 1 ? t('briefAll') : t('briefBoth');
  const names = item.personIds.map((id) => people.find((person) => person.id === id)?.name);
  return firstName(names.find((name) => name !== undefined) ?? '');
}

/** In a brief with several peers: to whom mine is. */
function toWhom(item: ActionItem, people: readonly Person[]): string | undefined {
  if (people.length < 2 || item.owner !== 'me' || item.personIds.length !== 1) return undefined;
  const peer = people.find((person) => person.id === item.personIds[0]);
  return peer && t('briefTo', firstName(peer.name));
}

export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}

const OWNERS = ['me', 'them', 'both'] as const;

function AddPromise(props: Pick<PromisesProps, 'people' | 'today' | 'onAdd'> & { onClose: () => void }) {
  const { people, today, onAdd, onClose } = props;
  const [chosen, setChosen] = useState<Owner>();
  const [understood, setUnderstood] = useState<UnderstoodPromise>();
  const owner = chosen ?? understood?.owner ?? 'me';
  const names: Record<Owner, string> = {
    me: t('briefYou'),
    them: people.length === 1 ? firstName(people[0]?.name ?? '') : t('briefThem'),
    both: people.length === 1 ? t('briefBoth') : t('briefAll'),
  };
  const add = async (text: string) => {
    const promise = await readPromise(text, today);
    if (promise.text === '') return t('briefPromiseEmpty');
    await onAdd(chosen ?? promise.owner ?? 'me', promise.text, promise.due);
    setChosen(undefined);
    return undefined;
  };
  return (
    <AddLine
      label={t('briefPromisePlaceholder')}
      onAdd={add}
      onClose={onClose}
      onType={async (text) => setUnderstood(await readPromise(text, today))}
      onKey={(event) => {
        const index = event.altKey ? ['1', '2', '3'].indexOf(event.key) : -1;
        if (index >= 0) {
          event.preventDefault();
          setChosen(OWNERS[index]);
        }
      }}
    >
      <div class={styles.understood}>
        <fieldset class="seg" aria-label={t('briefWhose')}>
          {OWNERS.map((value, index) => (
            <label key={value}>
              <input
                type="radio"
                name="owner"
                checked={owner === value}
                aria-keyshortcuts={`Alt+${index + 1}`}
                onChange={() => setChosen(value)}
              />
              <bdi>{names[value]}</bdi>
            </label>
          ))}
        </fieldset>
        <span class="meta" aria-live="polite">
          {understood?.due && dueSpoken(understood.due, today)}
          {understood?.due && understood.due < today && <span class="late"> {t('briefDuePast')}</span>}
        </span>
      </div>
    </AddLine>
  );
}
