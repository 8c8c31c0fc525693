import { useState } from 'preact/hooks';
import { listInbox } from '../../storage/captures.ts';
import { openOptions } from '../../storage/pages.ts';
import { isReaderBroken } from '../../storage/reader-report.ts';
import { readToday } from '../../storage/today.ts';
import { locale } from '../../storage/words.ts';
import { Today } from '../today/Today.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Ready } from '../ui/States.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { usePromises } from '../ui/usePromises.ts';
import { useReaderReport } from '../ui/useReaderReport.ts';
import { Bar } from './Bar.tsx';
import { CaptureSheet } from './CaptureSheet.tsx';
import type { Target } from './target.ts';

const DataNotice = lazy(async () => (await import('../data/DataNotice.tsx')).DataNotice);
const BackupFoot = lazy(async () => (await import('../data/BackupFoot.tsx')).BackupFoot);

/** Today, when no event is chosen. */
export function TodayPage({ onOpen }: { onOpen: (target: Target) => void }) {
  const now = useNow();
  const unread = isReaderBroken(useReaderReport());
  const minute = now.toISOString().slice(0, 16);
  const day = useLive(async () => ({ today: await readToday(now), inbox: await listInbox() }), [minute]);
  const promises = usePromises(day.value?.today.due ?? []);
  const [capturing, setCapturing] = useState(false);
  const attempt = useAttempt();

  return (
    <div class="panel">
      <Bar
        onCapture={() => setCapturing(!capturing)}
        capturing={capturing}
        date={now.toLocaleDateString(locale(), { weekday: 'short', day: 'numeric', month: 'short' })}
      />
      {capturing && <CaptureSheet onDone={() => setCapturing(false)} personIds={[]} />}
      <main class="main">
        {day.value?.today.people.length === 0 && <DataNotice now={now} />}
        <Ready live={day}>
          {({ today, inbox }) => (
            <Today
              data={today}
              inbox={inbox}
              due={promises.rows}
              now={now}
              unread={unread}
              onReport={() => openOptions('calendar')}
              onPrepare={(meetingId) => onOpen({ kind: 'meeting', meetingId })}
              onCloseOut={(meetingId) => onOpen({ kind: 'meeting', meetingId, closing: true })}
              onMeet={({ id }) =>
                attempt(async () => {
                  const { nextTime } = await import('../../storage/next-time.ts');
                  onOpen({ kind: 'meeting', meetingId: (await nextTime(id)).id });
                })
              }
              onTick={(item, kept) => promises.change(item, { state: kept ? 'kept' : 'open' })}
              onSample={() =>
                attempt(async () => (await import('../../storage/sample.ts')).addSamplePeople(now))
              }
              onAddPerson={() => openOptions('people')}
            />
          )}
        </Ready>
      </main>
      {day.value && day.value.today.people.length > 0 && (
        // Its place is there before its words are.
        <footer class="foot">
          <BackupFoot now={now} />
        </footer>
      )}
    </div>
  );
}
