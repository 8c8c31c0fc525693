import { useEffect, useState } from 'preact/hooks';
import { localDay } from '../../storage/record.ts';
import { followReminder, REMINDER_DAYS, setReminder } from '../../storage/reminder.ts';
import type { Sentinel } from '../../storage/sentinel.ts';
import { readSpace, readStored } from '../../storage/stored.ts';
import { locale, plural, t } from '../../storage/words.ts';
import { agoText, fullDay, timeText } from '../ui/dates.ts';
import { sizeText } from '../ui/files/size-text.ts';
import { Ready } from '../ui/States.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useFollowed } from '../ui/useFollowed.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './data.module.css';

/** The age of the last backup, and what is stored. */
export function Aside({ sentinel, now }: { sentinel: Sentinel | undefined; now: Date }) {
  const stored = useLive(readStored, []);
  const last = sentinel?.lastBackup;
  const reminder = useFollowed(followReminder);
  const attempt = useAttempt();
  return (
    <aside class={styles.aside} aria-label={t('data_aside')}>
      <section class={styles.blk} aria-labelledby="data-age">
        <h2 id="data-age">{t('data_lastBackup')}</h2>
        <p class={styles.age}>{last ? agoText(last.at, localDay(now)) : t('data_never')}</p>
        {last && (
          <p class="meta">
            {t(last.locked ? 'data_lastLocked' : 'data_last', fullDay(last.at), timeText(last.at))}
            <br />
            <bdi>{last.name}</bdi>
          </p>
        )}
        {reminder && (
          <label class={styles.remind}>
            <span class="label">{t('data_remind')}</span>
            <select
              class="field"
              value={reminder.days}
              onChange={(event) => attempt(() => setReminder(Number(event.currentTarget.value)))}
            >
              {REMINDER_DAYS.map((days) => (
                <option key={days} value={days}>
                  {days === 0 ? t('data_remindNever') : plural('data_remindAfter', days)}
                </option>
              ))}
            </select>
          </label>
        )}
      </section>
      <section class={styles.blk} aria-labelledby="data-stored">
        <h2 id="data-stored">{t('data_stored')}</h2>
        <Ready live={stored}>
          {(all) => (
            <dl>
              {(
                [
                  ['data_people', all.people],
                  ['data_meetings', all.meetings],
                  ['data_notes', all.notes],
                  ['data_openPromises', all.open],
                  ['data_closedPromises', all.closed],
                  ['data_answers', all.answers],
                  ['data_facts', all.facts],
                ] as const
              ).flatMap(([word, count]) => [
                <dt key={word}>{t(word)}</dt>,
                <dd key={`${word} n`}>{count.toLocaleString(locale())}</dd>,
              ])}
            </dl>
          )}
        </Ready>
        <Space />
      </section>
    </aside>
  );
}

/** Space taken, where the browser says. */
function Space() {
  const [space, setSpace] = useState<Awaited<ReturnType<typeof readSpace>>>();
  useEffect(() => {
    readSpace().then(setSpace, console.error);
  }, []);
  if (!space) return null;
  return (
    <>
      <meter class={styles.meter} aria-label={t('data_space')} min={0} max={space.quota} value={space.used}>
        {sizeText(space.used)}
      </meter>
      <p class="hint">{t(space.persisted ? 'data_kept' : 'data_notKept', sizeText(space.used))}</p>
    </>
  );
}
