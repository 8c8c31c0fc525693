import { useState } from 'preact/hooks';
import type { Owner } from '../../prep/records/action-item.ts';
import { t } from '../../storage/words.ts';
import { readPromise, type UnderstoodPromise } from '../capture/read-promise.ts';
import { AddLine } from '../ui/AddLine.tsx';
import { dueSpoken } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import styles from './AddPromise.module.css';
import type { PromisesProps } from './Promises.tsx';

const OWNERS = ['me', 'them', 'both'] as const;

/** The line that adds a promise: Alt+1 2 3 say whose, words and dates in it do so too. */
export function AddPromise(
  props: Pick<PromisesProps, 'people' | 'today' | 'onAdd'> & { onClose: () => void },
) {
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
