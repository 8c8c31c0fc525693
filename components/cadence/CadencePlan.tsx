import { presetFor } from '../../prep/cadence-pairs.ts';
import { cadenceOn } from '../../prep/ramp.ts';
import type { CadenceChange } from '../../prep/records/cadence-change.ts';
import type { Cadence, Person } from '../../prep/records/person.ts';
import { addMonths } from '../../prep/series.ts';
import { beginRamp } from '../../storage/begin-ramp.ts';
import { cadenceChangesOf, setCadence } from '../../storage/cadence-changes.ts';
import { changePerson } from '../../storage/people.ts';
import { changeSettings, readSettings } from '../../storage/settings.ts';
import { startSeries } from '../../storage/start-series.ts';
import { t } from '../../storage/words.ts';
import { SavedField } from '../agenda/SavedField.tsx';
import { cadenceText } from '../people/words.ts';
import { dayText } from '../ui/dates.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { CadencePick } from './CadencePick.tsx';
import styles from './cadence.module.css';

const whys: Record<CadenceChange['why'], () => string> = {
  set: () => t('cadenceWhySet'),
  sooner: () => t('cadenceWhySooner'),
  later: () => t('cadenceWhyLater'),
  ramp: () => t('cadenceWhyRamp'),
  review: () => t('cadenceWhyReview'),
};

/** How often to meet: what suits two like these, the ramp, a pause, and how it has changed. */
export function CadencePlan({ person, today }: { person: Person; today: string }) {
  const read = useLive(
    async () => ({ settings: await readSettings(), changes: await cadenceChangesOf(person.id) }),
    [person.id],
  );
  const attempt = useAttempt();
  const say = useToast();
  const set = (to: Cadence | null, why: CadenceChange['why']) =>
    attempt(async () => say(t('cadenceSet', textOf(to)), await setCadence(person.id, to, why)));
  const change = (what: Parameters<typeof changePerson>[1], said: string) =>
    attempt(async () => {
      const before = { rampFrom: person.rampFrom, pausedUntil: person.pausedUntil };
      await changePerson(person.id, what);
      say(said, () => changePerson(person.id, before));
    });
  const ramping = cadenceOn(person, today) !== person.cadence;
  const paused = person.pausedUntil !== null && today < person.pausedUntil;
  return (
    <Ready live={read}>
      {({ settings, changes }) => {
        const preset = presetFor(settings.ownRole, person.role, person.connections);
        const differs = preset && JSON.stringify(preset.cadence) !== JSON.stringify(person.cadence);
        return (
          <div class={styles.plan}>
            <CadencePick person={person} onSet={(to) => set(to, 'set')} />
            {preset && differs && (
              <p>
                {t(preset.why === 'roles' ? 'cadenceByRoles' : 'cadenceByConnection', textOf(preset.cadence))}{' '}
                <button type="button" class="link" onClick={() => set(preset.cadence, 'set')}>
                  {t('cadenceUse')}
                </button>
              </p>
            )}
            <SavedField
              label={t('cadenceOwnRole')}
              stored={settings.ownRole}
              save={(ownRole) => changeSettings({ ownRole: ownRole.trim() })}
            />
            <p>
              {ramping && person.rampFrom
                ? t('cadenceRamping', dayText(person.rampFrom, today))
                : t('cadenceRamp')}{' '}
              <button
                type="button"
                class="link"
                onClick={() =>
                  ramping
                    ? change({ rampFrom: null }, t('cadenceRampOver'))
                    : attempt(async () => say(t('cadenceRampOn'), await beginRamp(person)))
                }
              >
                {t(ramping ? 'cadenceRampEnd' : 'cadenceRampStart')}
              </button>
            </p>
            {/* Without an interval nothing reminds, and there is nothing to pause. */}
            {(person.cadence || ramping || paused) && (
              <p>
                {paused && person.pausedUntil
                  ? t('cadencePaused', dayText(person.pausedUntil, today))
                  : t('cadenceNoPause')}{' '}
                <button
                  type="button"
                  class="link"
                  onClick={() =>
                    paused
                      ? change({ pausedUntil: null }, t('cadenceResumed'))
                      : change({ pausedUntil: addMonths(today, 3) }, t('cadencePausedSaid'))
                  }
                >
                  {t(paused ? 'cadenceResume' : 'cadencePauseQuarter')}
                </button>
              </p>
            )}
            <p>
              <button type="button" class="btn small" onClick={() => attempt(() => startSeries(person))}>
                {t('seriesStart')}
              </button>
            </p>
            {changes.length > 0 && (
              <ul class={styles.history} aria-label={t('cadenceHistory')}>
                {changes.map((one) => (
                  <li key={one.id}>
                    <span class="meta">{dayText(one.at, today)}</span> {textOf(one.to)}{' '}
                    <span class="meta">{whys[one.why]()}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </Ready>
  );
}

function textOf(cadence: Cadence | null): string {
  return cadence ? cadenceText(cadence) : t('cadenceNone');
}
