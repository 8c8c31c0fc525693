import { useState } from 'preact/hooks';
import type { ActionItem } from '../../prep/records/action-item.ts';
import { changeActionItem } from '../../storage/action-items.ts';
import { fileCapture, listInbox } from '../../storage/captures.ts';
import { nextTimeWith } from '../../storage/meetings.ts';
import { openOptions } from '../../storage/pages.ts';
import { remove } from '../../storage/remove.ts';
import { readToday } from '../../storage/today.ts';
import { locale, t } from '../../storage/words.ts';
import { Today } from '../today/Today.tsx';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { Bar } from './Bar.tsx';
import { CaptureSheet } from './CaptureSheet.tsx';
import type { Target } from './target.ts';

/** Today, when no event is chosen. */
export function TodayPage({ onOpen }: { onOpen: (target: Target) => void }) {
  const now = useNow();
  const minute = now.toISOString().slice(0, 16);
  const day = useLive(async () => ({ today: await readToday(now), inbox: await listInbox() }), [minute]);
  const [closed, setClosed] = useState<ReadonlyMap<string, ActionItem>>(new Map());
  const [capturing, setCapturing] = useState(false);
  const say = useToast();

  const tick = async (item: ActionItem, kept: boolean) => {
    const note = (row: ActionItem) => {
      const next = new Map(closed);
      if (row.state === 'open') next.delete(row.id);
      else next.set(row.id, row);
      setClosed(next);
    };
    const undo = await changeActionItem(item.id, { state: kept ? 'kept' : 'open' });
    note({ ...item, state: kept ? 'kept' : 'open' });
    if (!kept) return;
    say(t('briefKeptSaid', item.text), async () => {
      await undo();
      note({ ...item, state: 'open' });
    });
  };

  return (
    <div class="panel">
      <Bar
        onCapture={() => setCapturing(!capturing)}
        capturing={capturing}
        date={now.toLocaleDateString(locale(), { weekday: 'short', day: 'numeric', month: 'short' })}
      />
      {capturing && <CaptureSheet onDone={() => setCapturing(false)} personIds={[]} />}
      <main class="main">
        <Ready live={day}>
          {({ today, inbox }) => (
            <Today
              data={today}
              inbox={inbox}
              closed={closed}
              now={now}
              onPrepare={(meetingId) => onOpen({ kind: 'meeting', meetingId })}
              onMeet={({ id }) => onOpen({ kind: 'event', event: nextTimeWith(id), personIds: [id] })}
              onTick={tick}
              onFile={async (capture, personId) =>
                say(t('todayFiled'), await fileCapture(capture.id, personId))
              }
              onDelete={async (capture) => say(t('todayDeleted'), await remove('captures', [capture.id]))}
              onSample={async () => (await import('../../storage/sample.ts')).addSamplePeople(now)}
              onAddPerson={() => openOptions('people')}
            />
          )}
        </Ready>
      </main>
    </div>
  );
}
