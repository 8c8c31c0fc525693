import { useId } from 'preact/hooks';
import { PLACES } from '../../prep/method-scales.ts';
import { followUp } from '../../prep/pace.ts';
import { recapLines } from '../../prep/recap.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Trust } from '../../prep/records/question.ts';
import type { CloseOutData } from '../../storage/close-out.ts';
import type { CloseOutDraft } from '../../storage/close-out-draft.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { namesText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './close-out.module.css';
import { DateButton } from './DateButton.tsx';
import { Recap } from './Recap.tsx';
import { Remember } from './Remember.tsx';
import { ownerOf } from './read-things.ts';
import { recapText } from './recap-text.ts';
import { Things } from './Things.tsx';
import { useReadThings } from './useReadThings.ts';
import { WithPeerPart } from './WithPeerPart.tsx';
import { dayWords, placeText } from './words.ts';

interface CloseOutProps {
  data: CloseOutData;
  /** As it is filled in now. */
  draft: CloseOutDraft;
  /** The user's own first name; empty: not known. */
  ownName: string;
  onChange: (change: Partial<CloseOutDraft>) => void;
  onTrust: (personId: string, trust: Trust) => void;
  /** Of a meeting logged by hand: another day. */
  onDay: (day: string) => void;
}

/** The minute after a meeting. Nothing in it has to be filled in. */
export function CloseOut({ data, draft, ownName, onChange, onTrust, onDay }: CloseOutProps) {
  const { meeting, people } = data;
  const id = useId();
  const day = meeting.day ?? localDay(new Date());
  const sleep = followUp(day);
  const [only] = people.length === 1 ? people : [];
  const withPeer = (person: Person) => (
    <WithPeerPart
      person={person}
      known={data.known[person.id]}
      value={draft.each[person.id]}
      day={day}
      onChange={(value) => onChange({ each: { ...draft.each, [person.id]: value } })}
      onTrust={(trust) => onTrust(person.id, trust)}
    />
  );
  const read = useReadThings(draft.things, data.draft.things);
  const made = Object.entries(read).map(([whose, { text, due }]) => {
    const owner = ownerOf(whose);
    const personIds = owner === 'them' ? [whose] : meeting.personIds;
    return { text, due, owner, personIds, state: 'open' as const };
  });
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
            needed
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

      <Things people={people} things={draft.things} read={read} onChange={(things) => onChange({ things })} />
      <Remember people={people} fact={draft.fact} day={day} onChange={(fact) => onChange({ fact })} />

      {only ? (
        withPeer(only)
      ) : (
        <details class={styles.block}>
          <summary class={styles.with}>
            <Icon name="right" size={12} />
            {t('closeOutEach')} <span class={styles.only}>{t('closeOutOnlyYou')}</span>
          </summary>
          {people.map((person) => (
            <section key={person.id} class={styles.peer} aria-label={person.name}>
              <h3>
                <bdi>{person.name}</bdi>
              </h3>
              {withPeer(person)}
            </section>
          ))}
        </details>
      )}
      <div class={`row ${styles.again}`}>
        <span class="meta">{t('closeOutNext')}</span>
        <DateButton
          label={t('closeOutNext')}
          value={draft.nextOn}
          onChange={(nextOn) => onChange({ nextOn })}
        />
      </div>

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
