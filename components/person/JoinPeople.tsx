import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { joinPeople } from '../../storage/join-people.ts';
import { listPeople } from '../../storage/people.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './Person.module.css';

/** Somebody who is there twice: the other is chosen, and all of it brought here, with undo. */
export function JoinPeople({ person }: { person: Person }) {
  const [others, setOthers] = useState<Person[]>();
  const [chosen, setChosen] = useState('');
  const attempt = useAttempt();
  const say = useToast();
  const button = useRef<HTMLButtonElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const back = useRef(false);
  const id = useId();
  const open = others !== undefined;
  useLayoutEffect(() => {
    if (open) select.current?.focus();
    else if (back.current) button.current?.focus();
    back.current = open;
  }, [open]);
  const close = () => {
    setOthers(undefined);
    setChosen('');
  };
  const other = others?.find((one) => one.id === chosen);
  const join = async () => {
    if (!other) return;
    const done = await attempt(async () =>
      say(t('join_done', other.name, person.name), await joinPeople(person.id, other.id)),
    );
    if (done) close();
  };
  if (!others) {
    return (
      <button
        ref={button}
        type="button"
        class="btn quiet small"
        onClick={() =>
          attempt(async () => setOthers((await listPeople()).filter((one) => one.id !== person.id)))
        }
      >
        <Icon name="people" size={14} />
        {t('join_open')}
      </button>
    );
  }
  return (
    <section class={`card ${styles.join}`} aria-label={t('join_open')}>
      <label class="label" for={id}>
        {t('join_with', person.name)}
      </label>
      <select
        ref={select}
        id={id}
        class="field"
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{t('join_choose')}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {[one.name, one.team].filter(Boolean).join(', ')}
          </option>
        ))}
      </select>
      {other && <p class="hint">{t('join_help', other.name, person.name)}</p>}
      <div class="row">
        <button type="button" class="btn small" disabled={!other} onClick={join}>
          {t('join_act')}
        </button>
        <button type="button" class="btn quiet small" onClick={close}>
          {t('entry_cancel')}
        </button>
      </div>
    </section>
  );
}
