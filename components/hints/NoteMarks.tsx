import { MARKS, type NoteMark } from '../../prep/note-mark.ts';
import type { Note } from '../../prep/records/note.ts';
import { markMeetingNote, readMeetingNote } from '../../storage/note-mark.ts';
import type { NoteOf } from '../../storage/notes.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { dayText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './Hints.module.css';

const NAMES: Record<NoteMark, () => string> = {
  normal: () => t('vent_normal'),
  'half-baked': () => t('vent_half_baked'),
  vent: () => t('vent_vent'),
  'vent-7': () => t('vent_7'),
  'vent-30': () => t('vent_30'),
};

/** The mark of one of a meeting's notes, in the heading of the notes. */
export function MeetingNoteMark({ of }: { of: NoteOf }) {
  const { value } = useLive(async () => (await readMeetingNote(of)) ?? null, [of.meetingId, of.kind]);
  const attempt = useAttempt();
  if (value === undefined) return null;
  const today = localDay(new Date());
  return <NoteMarks note={value} today={today} onMark={(mark) => attempt(() => markMeetingNote(of, mark))} />;
}

interface NoteMarksProps {
  /** null: nothing is written yet. */
  note: Pick<Note, 'sensitivity' | 'expiresOn'> | null;
  today: string;
  onMark: (mark: NoteMark) => void;
}

/** A choice of what a note is, and what that means for it; a note that will go by itself says so, with a way to keep it. */
export function NoteMarks({ note, today, onMark }: NoteMarksProps) {
  const { sensitivity, expiresOn } = note ?? { sensitivity: 'normal', expiresOn: null };
  return (
    <>
      <Choice
        class={`btn quiet small ${styles.mark}`}
        label={t('vent_label', expiresOn === null ? NAMES[sensitivity]() : t('vent_short'))}
        value={sensitivity}
        options={MARKS.map((value) => ({ value, text: NAMES[value]() }))}
        onChoose={onMark}
      >
        {sensitivity === 'normal'
          ? t('vent_mark')
          : t(sensitivity === 'vent' ? 'vent_short' : 'search_half_baked')}
        <Icon name="down" size={12} />
      </Choice>
      {sensitivity !== 'normal' && (
        <p class={`meta ${styles.says}`}>
          {sensitivity === 'half-baked' && t('vent_says_half_baked')}
          {sensitivity === 'vent' &&
            (expiresOn === null ? t('vent_says') : t('vent_says_goes', dayText(expiresOn, today)))}{' '}
          {expiresOn !== null && (
            <button type="button" class="link" onClick={() => onMark('vent')}>
              {t('vent_keep')}
            </button>
          )}
        </p>
      )}
    </>
  );
}
