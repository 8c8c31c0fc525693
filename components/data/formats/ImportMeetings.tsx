import { useRef, useState } from 'preact/hooks';
import type { CalendarReading } from '../../../prep/formats/file-meeting.ts';
import type { MeetingsPlan } from '../../../prep/formats/meeting-plan.ts';
import { importMeetings, previewMeetings } from '../../../storage/formats/import-meetings.ts';
import { readCalendar } from '../../../storage/formats/read-calendar.ts';
import { listPeople } from '../../../storage/people.ts';
import { readSettings } from '../../../storage/settings.ts';
import { plural, t } from '../../../storage/words.ts';
import { ImportActs } from '../../ui/files/ImportActs.tsx';
import { useImport } from '../../ui/files/useImport.ts';
import { Ready } from '../../ui/States.tsx';
import { useLive } from '../../ui/useLive.ts';
import { CALENDAR_FILES, ChooseFile } from './ChooseFile.tsx';
import { FileReading } from './FileReading.tsx';
import styles from './formats.module.css';
import { Unread } from './ImportPeople.tsx';
import { LeftOut, MeetingsByPerson } from './MeetingsFound.tsx';

/** How many people a meeting may have, the user included: two, as many as count on the calendar page, or any number. */
function sizes(largest: number) {
  return [
    { most: 2, text: t('format_sizeTwo') },
    ...(largest > 2 ? [{ most: largest, text: t('format_sizeMost', largest) }] : []),
    { most: Number.MAX_SAFE_INTEGER, text: t('format_sizeAny') },
  ];
}

/** The history before Peerside: meetings out of a calendar file. */
export function ImportMeetings() {
  const [file, setFile] = useState<File>();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setFile(undefined);
    button.current?.focus();
  };
  return (
    <section class={styles.block} aria-labelledby="format-meetings">
      <h2 id="format-meetings">{t('format_meetings')}</h2>
      <p>{t('format_meetingsHelp')}</p>
      <div class={styles.acts}>
        <ChooseFile
          button={button}
          label={t('format_chooseCalendar')}
          fieldLabel={t('format_calendarFile')}
          accept={CALENDAR_FILES}
          onChoose={setFile}
        />
      </div>
      {file && (
        <FileReading
          file={file}
          read={(chosen, pace) => readCalendar(chosen, { pace })}
          onOther={() => button.current?.click()}
          onClose={close}
        >
          {(reading) => <Found reading={reading} onDone={close} />}
        </FileReading>
      )}
    </section>
  );
}

interface FoundProps {
  reading: CalendarReading;
  onDone: () => void;
}

function Found(props: FoundProps) {
  const settings = useLive(readSettings, []);
  return (
    <Ready live={settings}>{({ largestMeeting }) => <Choose {...props} largest={largestMeeting} />}</Ready>
  );
}

function Choose({ reading, onDone, largest }: FoundProps & { largest: number }) {
  const [most, setMost] = useState(largest);
  const live = useLive(
    async () => ({ plan: await previewMeetings(reading, most), people: await listPeople() }),
    [reading, most],
  );
  const { state, take } = useImport(onDone);
  const takeThem = async () => {
    const { added, undo } = await importMeetings(reading, most);
    return { said: plural('format_meetingsImported', added), undo };
  };
  return (
    <>
      {reading.unread.length > 0 && <Unread lines={reading.unread} />}
      <fieldset class={styles.size}>
        <legend class="label">{t('format_size')}</legend>
        <div class="seg">
          {sizes(largest).map((size) => (
            <label key={size.most}>
              <input
                type="radio"
                name="format-size"
                checked={size.most === most}
                onChange={() => setMost(size.most)}
              />
              {size.text}
            </label>
          ))}
        </div>
      </fieldset>
      <Ready live={live}>
        {({ plan, people }) => {
          const fresh = plan.meetings.filter(({ here }) => !here);
          return (
            <>
              {fresh.length > 0 ? (
                <MeetingsByPerson meetings={fresh} people={people} />
              ) : (
                <Nothing plan={plan} />
              )}
              <LeftOut plan={plan} reading={reading} />
              <ImportActs
                state={state}
                label={fresh.length > 0 ? plural('format_takeMeetings', fresh.length) : undefined}
                onTake={() => take(takeThem)}
                onDone={onDone}
              />
            </>
          );
        }}
      </Ready>
    </>
  );
}

function Nothing({ plan }: { plan: MeetingsPlan }) {
  if (plan.meetings.length > 0) return <h3 class="h2">{t('format_allHere')}</h3>;
  return (
    <div>
      <h3 class="h2">{t('format_noMeetings')}</h3>
      <p class="hint">{t('format_noMeetingsHelp')}</p>
    </div>
  );
}
