import { useEffect, useState } from 'preact/hooks';
import { type BriefData, prepareMeeting, readBrief } from '../../storage/brief.ts';
import { t } from '../../storage/words.ts';
import { Brief, loadTop, useWorst } from '../brief/Brief.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { onceSettled } from '../ui/once-settled.ts';
import { Failure, Loading, Ready } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { Bar } from './Bar.tsx';
import { CaptureSheet } from './CaptureSheet.tsx';
import type { Target } from './target.ts';

export { loadTop };

const BriefActs = lazy(async () => (await import('./BriefActs.tsx')).BriefActs);
const CloseOutPage = lazy(async () => (await import('../close-out/CloseOutPage.tsx')).CloseOutPage, Loading);

interface BriefPageProps {
  target: Target;
  /** What was read of it beforehand, if anything. */
  first?: BriefData | undefined;
  onBack: () => void;
}

/** The brief of one meeting, with the bar above and the state of saving below. */
export function BriefPage({ target, first, onBack }: BriefPageProps) {
  const now = useNow();
  const read = async () => {
    const data = await readBrief(target, now);
    if (data) await loadTop(data);
    return data;
  };
  const brief = useLive(read, [target], first);
  const [state, setState] = useWorst();
  const [refused, setRefused] = useState<unknown>();
  const [capturing, setCapturing] = useState(false);
  const [closing, setClosing] = useState(target.closing === true);
  const meeting = brief.value?.meeting;

  // Its brief was opened: from now on it is a meeting of its own, which notes and promises belong to. Guests that load
  // later, and another time, come as a new target.
  const known = brief.state !== 'loading';
  useEffect(
    () => (known ? onceSettled(() => prepareMeeting(target).catch(setRefused)) : undefined),
    [known, target],
  );

  if (closing && meeting)
    return <CloseOutPage meetingId={meeting.id} onBack={() => setClosing(false)} onDone={onBack} />;
  return (
    <div class="panel brief-page">
      <a class="skip btn" href="#note">
        {t('panelSkip')}
      </a>
      <Bar onBack={onBack} onCapture={() => setCapturing(!capturing)} capturing={capturing} />
      {capturing && (
        <CaptureSheet
          onDone={() => setCapturing(false)}
          personIds={brief.value?.peers.map(({ person }) => person.id)}
        />
      )}
      <main class="main">
        {refused !== undefined && <Failure error={refused} />}
        <Ready live={brief}>
          {(data) =>
            data ? (
              data.meeting && <Brief data={data} meeting={data.meeting} now={now} onState={setState} />
            ) : (
              <p class="meta">{t('panelGone')}</p>
            )
          }
        </Ready>
      </main>
      <footer class="foot">
        <p class="row meta grow" role="status">
          {state === 'saved' && <Icon name="check" />}
          {t(state === 'saved' ? 'panelSaved' : state === 'saving' ? 'panelSaving' : 'panelNotSaved')}
        </p>
        {meeting && <BriefActs meeting={meeting} now={now} onCloseOut={() => setClosing(true)} />}
      </footer>
    </div>
  );
}
