import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { BackupTable } from '../../prep/backup/tables.ts';
import type { Shared } from '../../prep/forget.ts';
import { type Forgetting, forgetPerson, readForgetting } from '../../storage/forget-person.ts';
import { plural, t } from '../../storage/words.ts';
import { fullDay, timeText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './forget.module.css';

interface ForgetPersonProps {
  personId: string;
  /** The person is gone. */
  onForgotten: () => void;
}

/** *Forget this person*: first what goes, what stays and what cannot be reached, then the one button that does it. */
export function ForgetPerson({ personId, onForgotten }: ForgetPersonProps) {
  const [asked, setAsked] = useState<Forgetting>();
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const say = useToast();
  const attempt = useAttempt();
  const forget = async (name: string, shared: Shared) => {
    setBusy(true);
    const done = await attempt(() => forgetPerson(personId, shared));
    setBusy(false);
    if (!done) return;
    say(t('forget_done', name));
    onForgotten();
  };
  if (asked) {
    return (
      <Ask
        asked={asked}
        busy={busy}
        onForget={(shared) => void forget(asked.name, shared)}
        onCancel={() => {
          setAsked(undefined);
          requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      class="btn quiet small"
      onClick={() => attempt(async () => setAsked(await readForgetting(personId)))}
    >
      <Icon name="delete" size={14} />
      {t('forget_person')}
    </button>
  );
}

/** What goes is said in these words; what is not named here is counted together. */
const KINDS: Partial<Record<BackupTable, Parameters<typeof plural>[0]>> = {
  notes: 'forget_notes',
  actionItems: 'forget_promises',
  topics: 'forget_topics',
  askings: 'forget_askings',
  facts: 'forget_facts',
  decisions: 'forget_decisions',
  meetings: 'forget_meetings',
  captures: 'forget_captures',
};

function goesText(goes: Forgetting['goes']): string[] {
  const told: string[] = [];
  let more = 0;
  for (const [table, count] of Object.entries(goes) as [BackupTable, number][]) {
    const word = KINDS[table];
    if (word) told.push(plural(word, count));
    else if (table !== 'people') more += count;
  }
  return more > 0 ? [...told, plural('forget_more', more)] : told;
}

interface AskProps {
  asked: Forgetting;
  busy: boolean;
  onForget: (shared: Shared) => void;
  onCancel: () => void;
}

function Ask({ asked, busy, onForget, onCancel }: AskProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [shared, setShared] = useState<Shared>('keep');
  useEffect(() => heading.current?.focus(), []);
  const { name, backups } = asked;
  const goes = goesText(asked.goes);
  return (
    <section class={styles.ask} aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`} ref={heading} tabIndex={-1} dir="auto">
        {t('forget_ask', name)}
      </h3>
      <p>{goes.length > 0 ? t('forget_goes') : t('forget_goesPerson')}</p>
      {goes.length > 0 && (
        <ul class={styles.goes}>
          {goes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {asked.shared > 0 && (
        <fieldset class={styles.shared}>
          <legend>{plural('forget_shared', asked.shared)}</legend>
          {(['keep', 'delete'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}-shared`}
                checked={shared === one}
                onChange={() => setShared(one)}
              />
              <span>{t(one === 'keep' ? 'forget_sharedKeep' : 'forget_sharedDelete')}</span>
            </label>
          ))}
        </fieldset>
      )}
      {asked.mentions > 0 && <p>{plural('forget_mentions', asked.mentions)}</p>}
      {asked.snapshots > 0 && <p>{plural('forget_copies', asked.snapshots)}</p>}
      <p>{t(backups.length > 0 ? 'forget_backups' : 'forget_noBackups')}</p>
      {backups.length > 0 && (
        <ul class={styles.goes}>
          {backups.toReversed().map((one) => (
            <li key={one.name}>{t('forget_backup', one.name, fullDay(one.at), timeText(one.at))}</li>
          ))}
        </ul>
      )}
      <p>{t('forget_noUndo')}</p>
      <div class={styles.acts}>
        <button
          type="button"
          class="btn danger"
          aria-disabled={busy}
          onClick={() => !busy && onForget(shared)}
        >
          {t(busy ? 'forget_busy' : 'forget_now')}
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          {t('forget_cancel')}
        </button>
      </div>
    </section>
  );
}
