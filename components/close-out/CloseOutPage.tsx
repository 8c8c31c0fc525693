import { useLayoutEffect, useRef } from 'preact/hooks';
import { type CloseOutData, readCloseOut } from '../../storage/close-out.ts';
import { type CloseOutDraft, readCloseOutDraft } from '../../storage/close-out-draft.ts';
import { finishCloseOut } from '../../storage/finish-close-out.ts';
import { moveLogged } from '../../storage/log-meeting.ts';
import { changePerson } from '../../storage/people.ts';
import { readSettings } from '../../storage/settings.ts';
import { t } from '../../storage/words.ts';
import { useKeptForm } from '../drafts/useKeptForm.ts';
import { firstName } from '../ui/first-name.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { CloseOut } from './CloseOut.tsx';
import styles from './close-out.module.css';
import { readThings } from './read-things.ts';

interface CloseOutPageProps {
  meetingId: string;
  /** Back to the brief; what was filled in stays. */
  onBack: () => void;
  onDone: () => void;
}

/** Closing a meeting out, in the place of its brief. */
export function CloseOutPage(props: CloseOutPageProps) {
  const read = useLive(
    async () => ({ data: await readCloseOut(props.meetingId), settings: await readSettings() }),
    [props.meetingId],
  );
  return (
    <div class="panel">
      <header class="bar">
        <button type="button" class="btn quiet small" onClick={props.onBack}>
          <Icon name="back" />
          {t('closeOutBack')}
        </button>
      </header>
      <Ready live={read}>
        {({ data, settings }) =>
          data ? (
            <Form {...props} data={data} ownName={firstName(settings.ownName)} />
          ) : (
            <p class={`main meta`}>{t('panelGone')}</p>
          )
        }
      </Ready>
    </div>
  );
}

function Form({
  meetingId,
  data,
  ownName,
  onBack,
  onDone,
}: CloseOutPageProps & {
  data: CloseOutData;
  ownName: string;
}) {
  const form = useKeptForm<CloseOutDraft>(`close-out ${meetingId}`, data.draft, readCloseOutDraft);
  const attempt = useAttempt();
  const say = useToast();
  const main = useRef<HTMLElement>(null);
  const finishing = useRef(false);
  useLayoutEffect(() => main.current?.querySelector('textarea')?.focus(), []);

  const finish = async () => {
    // A key held down repeats.
    if (finishing.current) return;
    // What is wrong is said beside it, and would be lost.
    const wrong = main.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (wrong) return wrong.focus();
    finishing.current = true;
    const stored = await attempt(async () => {
      const filled = form.now();
      const things = await readThings(filled.things, data.draft.things);
      const undo = await finishCloseOut(meetingId, { ...filled, things });
      const back = form.wayBack(undo);
      await form.done();
      say(t('closeOutDone'), back);
    });
    finishing.current = false;
    if (stored) onDone();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void finish();
    }
  };
  return (
    <>
      <main ref={main} class="main" onKeyDown={key}>
        <CloseOut
          data={data}
          draft={form.value}
          ownName={ownName}
          onChange={form.change}
          onDay={(day) => attempt(() => moveLogged(meetingId, day))}
          onTrust={(personId, trust) => attempt(() => changePerson(personId, { trust }))}
        />
      </main>
      <footer class={`foot ${styles.foot}`}>
        <p class="row meta grow" role="status">
          {form.state === 'saved' && <Icon name="check" />}
          {t(
            form.state === 'saved'
              ? 'closeOutKept'
              : form.state === 'saving'
                ? 'panelSaving'
                : 'panelNotSaved',
          )}
        </p>
        <button type="button" class="btn" onClick={onBack}>
          {t('closeOutNotNow')}
        </button>
        <button
          type="button"
          class="btn primary"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={finish}
        >
          {t('closeOutFinish')}
        </button>
      </footer>
    </>
  );
}
