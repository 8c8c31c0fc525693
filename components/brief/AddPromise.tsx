import { useRef, useState } from 'preact/hooks';
import type { Owner } from '../../prep/records/action-item.ts';
import { t } from '../../storage/words.ts';
import { readPromise, type UnderstoodPromise } from '../capture/read-promise.ts';
import { choiceOf } from '../drafts/useKeptLine.ts';
import { AddLine } from '../ui/AddLine.tsx';
import { dueSpoken, fullDay } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import styles from './AddPromise.module.css';
import type { PromisesProps } from './Promises.tsx';
import type { AddingProps } from './Section.tsx';

const OWNERS = ['me', 'them', 'both'] as const;

/** The line that adds a promise: Alt+1 2 3 say whose, words and dates in it do so too. */
export function AddPromise(
  props: Pick<PromisesProps, 'people' | 'today' | 'onAdd'> & { adding: AddingProps },
) {
  const { people, today, onAdd, adding } = props;
  const [chosen, setChosen] = useState(() => OWNERS.find((one) => one === choiceOf(adding.begun?.begun)));
  const [understood, setUnderstood] = useState<UnderstoodPromise>();
  const read = useRef('');
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
  const understand = async (text: string) => {
    read.current = text;
    const promise = await readPromise(text, today);
    if (read.current === text) setUnderstood(promise);
  };
  return (
    <AddLine
      label={t('briefPromisePlaceholder')}
      {...adding}
      as={chosen}
      onAdd={add}
      onType={understand}
      onKey={(event) => {
        // By the key's place: with Alt, a Mac writes another sign.
        const index = event.altKey ? ['Digit1', 'Digit2', 'Digit3'].indexOf(event.code) : -1;
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
          {understood?.noDay && <span class="late">{t('captureNoDay', understood.noDay)}</span>}
          {understood?.due &&
            (understood.due < today ? (
              <>
                {t('dateDue', fullDay(understood.due))}. <span class="late">{t('briefDuePast')}</span>
              </>
            ) : (
              dueSpoken(understood.due, today)
            ))}
        </span>
      </div>
    </AddLine>
  );
}
