import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Understood } from '../../prep/capture.ts';
import type { Person } from '../../prep/records/person.ts';
import { fileCapture, waitingCapture } from '../../storage/captures.ts';
import { listPeople } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import type { Undo } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import '../ui/more-icons.ts';
import { Icon } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Failure } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import styles from './Capture.module.css';
import { CaptureField } from './CaptureField.tsx';
import { SaveButton } from './SaveButton.tsx';
import { Taken } from './Taken.tsx';
import { loadUnderstanding, SHOWN, useCapture } from './useCapture.ts';
import type { Early } from './useCaptureText.ts';
import { loadSaving } from './useDraft.ts';
import { useNewPeer } from './useNewPeer.ts';

const UnderstoodList = lazy(async () => (await loadUnderstanding()).UnderstoodList);

interface CaptureProps {
  /** Saved, or left with Esc; what is typed and not saved is kept as a draft. */
  onDone: () => void;
  /** Whom a thought is about unless it names somebody; without it that is guessed from the calendar. */
  personIds?: readonly string[] | undefined;
  /** The name of the draft: one for each place that captures. */
  draftKey?: string;
  /** What was typed before this was there. */
  early?: Early | undefined;
  /** A waiting capture that was just taken from a page, to be filed along. */
  takenId?: string | undefined;
}

/** Quick capture: one text box, what it is understood as, and Save. */
export function Capture({ onDone, personIds, draftKey = 'capture', early, takenId }: CaptureProps) {
  const today = localDay(useNow());
  const everybody = useLive(listPeople, []);
  const people = useMemo(
    () => everybody.value?.filter((person) => !person.archivedAt) ?? [],
    [everybody.value],
  );
  const taken = useLive(async () => takenId && waitingCapture(takenId), [takenId]).value || undefined;
  const capture = useCapture({ draftKey, people, personIds, early, today });
  const { text, items, guess } = capture;
  const [along, setAlong] = useState(true);
  const [takenFor, setTakenFor] = useState<readonly string[]>();
  const [offer, setOffer] = useState<{ person: Person; at: number }>();
  const [problem, setProblem] = useState<string>();
  const [failed, setFailed] = useState<unknown>();
  const saving = useRef(false);
  const latest = useRef(text);
  latest.current = text;
  /** Puts the selection that was filed along back into the inbox. */
  const unfile = useRef<Undo | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const say = useToast();

  useEffect(() => setProblem(undefined), [text, along, takenFor]);
  const typed = text !== '';
  useEffect(() => {
    if (typed) void loadSaving();
  }, [typed]);

  const takes = along ? taken : undefined;
  const named = items.find((item) => item.personIds.length > 0)?.personIds;
  const takenPeople = takenFor ?? named ?? (guess.length === 1 ? guess : []);

  // Saved by the keys before it is known who is meant: it waits for that.
  const again = useRef(false);
  const ready = everybody.state === 'failed' || (capture.ready && everybody.state === 'ready');
  useEffect(() => {
    if (!ready || !again.current) return;
    again.current = false;
    void save();
  }, [ready]);

  const save = async () => {
    // Nothing has to be known to see that there is nothing.
    if (capture.drafted && text.trim() === '' && takenId === undefined) return setProblem(t('captureEmpty'));
    again.current = !ready;
    if (saving.current || !ready) return;
    const wrong = whatIsWrong(items, Boolean(takes), takenPeople);
    setProblem(wrong);
    if (wrong) return;
    saving.current = true;
    setBusy(true);
    setFailed(undefined);
    try {
      const understood = await capture.understood();
      if (takes) {
        // Filing it a second time, should the next step fail, does nothing: the first way back holds.
        const undo = await fileCapture(takes.id, takenPeople);
        unfile.current ??= undo;
      }
      const { restOf, saveCapture } = await loadSaving();
      const { undo } = await saveCapture(text, understood, null, new Date(), await capture.saving());
      // Typed while it was saved: the next thought, and the box stays open for it.
      latest.current = restOf(latest.current, text);
      await capture.saved(latest.current);
      const { current: back } = unfile;
      unfile.current = undefined;
      say(t('captureSaved'), async () => {
        await undo();
        await back?.();
      });
      if (latest.current === '') onDone();
    } catch (error) {
      console.error('peerside: not saved', error);
      setFailed(error ?? new Error());
    }
    saving.current = false;
    setBusy(false);
  };
  const addPeer = useNewPeer(people);
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && !event.isComposing) onDone();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys to save and to leave work in all of its fields.
    <div class={styles.capture} onKeyDown={key}>
      <div class={styles.body}>
        {everybody.state === 'failed' && <Failure error={everybody.error} />}
        <CaptureField
          text={text}
          caret={capture.caret}
          people={people}
          guess={guess}
          onType={capture.type}
          onAddPeer={addPeer}
          onOffer={setOffer}
        />
        {problem && (
          <p class="error" role="alert">
            <Icon name="warning" size={14} />
            {problem}
          </p>
        )}
        {failed !== undefined && (
          <div class={`banner danger ${styles.failed}`} role="alert">
            <Icon name="warning" />
            <h3>{t('captureFailed')}</h3>
            <p>{t('captureFailedHelp')}</p>
            <p class="meta">{failed instanceof Error ? failed.message : ''}</p>
          </div>
        )}
        <UnderstoodList
          items={items}
          most={SHOWN}
          people={people}
          today={today}
          offer={offer}
          taken={takes && { text: takes.text, personIds: takenPeople }}
          onChange={capture.change}
          onAssign={capture.assign}
          onSettle={capture.settle}
          onTakenFor={(chosen) => setTakenFor(chosen.map((person) => person.id))}
          onAddPeer={async (item, name) => capture.settle(item, await addPeer(name))}
        />
        {taken && <Taken capture={taken} checked={along} onChange={setAlong} />}
      </div>
      <footer class={styles.foot}>
        <p class="meta grow">{t('capturePrivate')}</p>
        <SaveButton busy={busy} onSave={save} />
      </footer>
    </div>
  );
}

/** Why it cannot be saved as it is; undefined when it can. */
function whatIsWrong(
  items: readonly Understood[],
  takes: boolean,
  takenPeople: readonly string[],
): string | undefined {
  if (items.some((item) => item.problem === 'long')) return t('captureShort');
  if (items.some((item) => item.problem === undefined)) return undefined;
  if (!takes) return t('captureEmpty');
  return takenPeople.length === 0 ? t('captureTakenFor') : undefined;
}
