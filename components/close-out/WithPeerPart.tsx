import { offeredTrust } from '../../prep/openness.ts';
import { nextMeeting, paced } from '../../prep/pace.ts';
import type { WithPeer } from '../../prep/records/meeting.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Trust } from '../../prep/records/question.ts';
import type { KnownOf } from '../../storage/close-out.ts';
import { t } from '../../storage/words.ts';
import { firstName } from '../ui/first-name.ts';
import { trustText } from '../ui/scale-words.ts';
import styles from './close-out.module.css';
import { Segments } from './Segments.tsx';
import { dayWords } from './words.ts';

interface WithPeerPartProps {
  person: Person;
  known: KnownOf | undefined;
  value: WithPeer | undefined;
  /** Of the meeting. */
  day: string;
  onChange: (value: WithPeer) => void;
  onTrust: (trust: Trust) => void;
}

const NOTHING: WithPeer = { openness: null, pace: null };

/** Of one peer: meet sooner or later, and how open it was; after three times more, another level of trust is offered. */
export function WithPeerPart({ person, known, value = NOTHING, day, onChange, onTrust }: WithPeerPartProps) {
  const { openness, pace } = value;
  const cadence = known?.cadence;
  const aim = cadence && nextMeeting(day, paced(cadence, pace ?? 'same'));
  const higher = openness && offeredTrust([openness, ...(known?.said ?? [])], person.trust);
  return (
    <>
      {aim && (
        <Segments
          legend={t('closeOutMeetAgain')}
          options={[
            { value: 'sooner', text: t('closeOutSooner') },
            { value: 'same', text: t('closeOutSame') },
            { value: 'later', text: t('closeOutLater') },
          ]}
          value={pace}
          onChoose={(chosen) => onChange({ ...value, pace: chosen })}
        >
          <p class="hint">{t('closeOutAround', dayWords(aim.around), dayWords(aim.by))}</p>
        </Segments>
      )}
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
        value={openness}
        onChoose={(chosen) => onChange({ ...value, openness: chosen })}
      >
        {higher && (
          <p class="hint" role="status">
            {t('closeOutThreeTimes', firstName(person.name))}{' '}
            <button type="button" class="link" onClick={() => onTrust(higher)}>
              {t('closeOutMoveTo', trustText(higher))}
            </button>
          </p>
        )}
      </Segments>
    </>
  );
}
