import { useId, useState } from 'preact/hooks';
import { openFields, WORDINGS, type Wording, wordingFor } from '../../prep/invite.ts';
import { SIGNALS } from '../../prep/method-scales.ts';
import type { Person, Signal } from '../../prep/records/person.ts';
import { leadsOf } from '../../prep/signals.ts';
import { changePerson } from '../../storage/people.ts';
import { listSets } from '../../storage/question-sets.ts';
import { t } from '../../storage/words.ts';
import { DateButton } from '../close-out/DateButton.tsx';
import { useKeptForm } from '../drafts/useKeptForm.ts';
import { dayText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { goalText } from '../ui/scale-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './beginnings.module.css';

const signals: Record<Signal, () => string> = {
  'same-problem': () => t('signalSameProblem'),
  'need-cooperation': () => t('signalNeedCooperation'),
  'change-for-all': () => t('signalChangeForAll'),
  'scope-grew': () => t('signalScopeGrew'),
  'nowhere-to-vent': () => t('signalNowhereToVent'),
};
const names: Record<Wording['id'], () => string> = {
  coffee: () => t('inviteCoffee'),
  problem: () => t('inviteProblem'),
  'just-ask': () => t('inviteJustAsk'),
  reorganisation: () => t('inviteReorganisation'),
};

interface BeginningsProps {
  person: Person;
  today: string;
}

/** Before the first talk: whether one is needed, how to ask, and when one has asked. */
export function Beginnings({ person, today }: BeginningsProps) {
  const attempt = useAttempt();
  const say = useToast();
  const sets = useLive(listSets, []);
  const leads = leadsOf(person.signals);
  const set = leads && sets.value?.find(({ id }) => id === leads.setId);
  const tick = (signal: Signal) =>
    attempt(() => {
      const ticked = SIGNALS.filter((one) => (one === signal) !== person.signals.includes(one));
      const goal = leadsOf(ticked)?.goal;
      return changePerson(person.id, { signals: ticked, ...(goal && { goal }) });
    });
  const asked = (wording: Wording['id']) =>
    attempt(async () => {
      const before = person.invitation;
      await changePerson(person.id, { invitation: { on: today, wording, reminded: false } });
      say(t('inviteNoted', firstName(person.name)), () => changePerson(person.id, { invitation: before }));
    });
  /** In person, or another day than it was copied on; null: not asked after all. */
  const askedOn = (on: string | null) =>
    attempt(async () => {
      const before = person.invitation;
      const wording = before?.wording ?? 'just-ask';
      await changePerson(person.id, { invitation: on ? { on, wording, reminded: false } : null });
      const said = on ? t('inviteAskedOn', dayText(on, today)) : t('inviteNotAsked');
      say(said, () => changePerson(person.id, { invitation: before }));
    });
  return (
    <div class={styles.part}>
      <fieldset>
        <legend class="label">{t('signalTitle')}</legend>
        {SIGNALS.map((signal) => (
          <label key={signal} class={styles.check}>
            <input
              class="tick"
              type="checkbox"
              checked={person.signals.includes(signal)}
              onChange={() => tick(signal)}
            />
            <span>{signals[signal]()}</span>
          </label>
        ))}
      </fieldset>
      {leads && <p class="meta">{t('signalLeads', goalText(leads.goal), set?.title ?? '')}</p>}
      <Words person={person} onAsked={asked} />
      <p class={styles.asked}>
        <span class="meta">{t('inviteOn')}</span>
        <DateButton
          label={t('inviteOn')}
          value={person.invitation?.on ?? null}
          max={today}
          onChange={askedOn}
        />
      </p>
    </div>
  );
}

function Words({ person, onAsked }: { person: Person; onAsked: (wording: Wording['id']) => void }) {
  const [chosen, setChosen] = useState<Wording['id']>('coffee');
  const wording = WORDINGS.find(({ id }) => id === chosen) ?? WORDINGS[0];
  const stored = { text: wording ? wordingFor(wording, firstName(person.name)) : '' };
  const form = useKeptForm<{ text: string }>(`invitation ${person.id} ${chosen}`, stored, readText);
  const say = useToast();
  const id = useId();
  const { text } = form.value;
  const open = openFields(text);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(t('inviteCopied'));
      onAsked(chosen);
    } catch (error) {
      console.error('peerside: not copied', error);
      say(t('recapNotCopied'));
    }
  };
  return (
    <>
      <fieldset>
        <legend class="label">{t('inviteTitle')}</legend>
        <div class="chips">
          {WORDINGS.map((one) => (
            <label key={one.id} class="chip">
              <input type="radio" name={id} checked={one.id === chosen} onChange={() => setChosen(one.id)} />
              {names[one.id]()}
            </label>
          ))}
        </div>
      </fieldset>
      <textarea
        class="field"
        dir="auto"
        rows={5}
        maxLength={10_000}
        aria-label={t('inviteWords')}
        value={text}
        onInput={(event) => form.change({ text: event.currentTarget.value })}
      />
      {open.length > 0 && <p class="hint">{t('inviteFill', open.join(', '))}</p>}
      <div class="row">
        <button type="button" class="btn small" onClick={copy}>
          {t('inviteCopy')}
        </button>
        <span class="meta">{t('inviteNeverSent')}</span>
      </div>
    </>
  );
}

function readText(draft: unknown): { text?: string } | undefined {
  const text = (draft as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? { text } : undefined;
}
