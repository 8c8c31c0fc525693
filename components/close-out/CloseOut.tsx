import { useId } from 'preact/hooks';
import { PLACES } from '../../prep/method-scales.ts';
import { offeredTrust } from '../../prep/openness.ts';
import { followUp, nextMeeting, paced } from '../../prep/pace.ts';
import { recapLines } from '../../prep/recap.ts';
import type { Trust } from '../../prep/records/question.ts';
import type { CloseOutData } from '../../storage/close-out.ts';
import type { CloseOutDraft } from '../../storage/close-out-draft.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { namesText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { trustText } from '../ui/scale-words.ts';
import styles from './close-out.module.css';
import { DateButton } from './DateButton.tsx';
import { Recap } from './Recap.tsx';
import { Remember } from './Remember.tsx';
import { recapText } from './recap-text.ts';
import { Segments } from './Segments.tsx';
import { Things } from './Things.tsx';
import { dayWords, placeText } from './words.ts';

interface CloseOutProps {
  data: CloseOutData;
  /** As it is filled in now. */
  draft: CloseOutDraft;
  /** The user's own first name; empty: not known. */
  ownName: string;
  onChange: (change: Partial<CloseOutDraft>) => void;
  onTrust: (trust: Trust) => void;
  /** Of a meeting logged by hand: another day. */
  onDay: (day: string) => void;
}

/** The minute after a meeting. Nothing in it has to be filled in. */
export function CloseOut({ data, draft, ownName, onChange, onTrust, onDay }: CloseOutProps) {
  const { meeting, people, cadence } = data;
  const id = useId();
  const [only] = people.length === 1 ? people : [];
  const day = meeting.day ?? localDay(new Date());
  const aim = cadence && nextMeeting(day, paced(cadence, draft.pace ?? 'same'));
  const sleep = followUp(day);
  const higher = only && draft.openness && offeredTrust([draft.openness, ...data.said], only.trust);
  const made = Object.entries(draft.things).map(([whose, thing]) => ({
    ...thing,
    owner: whose === 'me' || whose === 'both' ? (whose as 'me' | 'both') : ('them' as const),
    personIds: whose === 'me' || whose === 'both' ? meeting.personIds : [whose],
    state: 'open' as const,
  }));
  const recap = recapLines({ ...draft, promises: [...data.promises, ...made] });
  return (
    <>
      <div class="row">
        <h1 class={`grow ${styles.title}`}>
          <bdi>{t('closeOutTitle', namesText(people.map(({ name }) => name)))}</bdi>
        </h1>
        <p class="meta nowrap">{t('closeOutMinute')}</p>
      </div>

      {meeting.source === 'logged' && (
        <div class={`row ${styles.again}`}>
          <span class="meta">{t('closeOutWhen')}</span>
          <DateButton
            label={t('closeOutWhen')}
            value={meeting.day}
            max={localDay(new Date())}
            onChange={(chosen) => chosen && onDay(chosen)}
          />
        </div>
      )}
      <div class={styles.block}>
        <label class={`h2 ${styles.head}`} for={`${id}-agreed`}>
          {t('closeOutAgreed')}
        </label>
        <textarea
          class="field"
          id={`${id}-agreed`}
          dir="auto"
          rows={2}
          maxLength={100_000}
          value={draft.agreed}
          onInput={(event) => onChange({ agreed: event.currentTarget.value })}
        />
        <div class={`row ${styles.again}`}>
          <span class="meta">{t('closeOutAgain')}</span>
          <DateButton
            label={t('closeOutAgain')}
            value={draft.againOn}
            onChange={(againOn) => onChange({ againOn })}
          />
          <span class="grow" />
          <label class={styles.check}>
            <input
              class="tick"
              type="checkbox"
              checked={draft.sleepOnIt}
              onChange={(event) =>
                onChange({
                  sleepOnIt: event.currentTarget.checked,
                  ...(event.currentTarget.checked && !draft.nextOn && { nextOn: sleep.on }),
                })
              }
            />
            {t('closeOutSleep')}
          </label>
        </div>
        {draft.sleepOnIt && (
          <p class="hint">{t('closeOutSleepHint', dayWords(sleep.from), dayWords(sleep.to))}</p>
        )}
      </div>

      <Things people={people} things={draft.things} onChange={(things) => onChange({ things })} />
      <Remember people={people} fact={draft.fact} day={day} onChange={(fact) => onChange({ fact })} />

      {aim && (
        <Segments
          legend={t('closeOutMeetAgain')}
          options={[
            { value: 'sooner', text: t('closeOutSooner') },
            { value: 'same', text: t('closeOutSame') },
            { value: 'later', text: t('closeOutLater') },
          ]}
          value={draft.pace}
          onChoose={(pace) => onChange({ pace })}
        >
          <p class="hint">{t('closeOutAround', dayWords(aim.around), dayWords(aim.by))}</p>
        </Segments>
      )}
      <div class={`row ${styles.again}`}>
        <span class="meta">{t('closeOutNext')}</span>
        <DateButton
          label={t('closeOutNext')}
          value={draft.nextOn}
          onChange={(nextOn) => onChange({ nextOn })}
        />
      </div>

      {only && (
        <Segments
          legend={
            <>
              {t('closeOutOpenness')} <span class={styles.only}>{t('closeOutOnlyYou')}</span>
            </>
          }
          options={[
            { value: 'less', text: t('closeOutLess') },
            { value: 'same', text: t('closeOutTheSame') },
            { value: 'more', text: t('closeOutMore') },
          ]}
          value={draft.openness}
          onChoose={(openness) => onChange({ openness })}
        >
          {higher && (
            <p class="hint" role="status">
              {t('closeOutThreeTimes', firstName(only.name))}{' '}
              <button type="button" class="link" onClick={() => onTrust(higher)}>
                {t('closeOutMoveTo', trustText(higher))}
              </button>
            </p>
          )}
        </Segments>
      )}

      <fieldset class={styles.block}>
        <legend class={styles.head}>{t('closeOutPlace')}</legend>
        <div class="chips">
          {PLACES.map((place) => (
            <label key={place} class="chip">
              <input
                type="checkbox"
                checked={draft.place === place}
                onChange={() => onChange({ place: draft.place === place ? null : place })}
              />
              {placeText(place)}
            </label>
          ))}
        </div>
      </fieldset>

      <Recap text={recapText(recap, people, ownName)} />
    </>
  );
}
