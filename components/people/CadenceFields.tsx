import { useState } from 'preact/hooks';
import { INTERVALS, latestFor } from '../../prep/cadence-presets.ts';
import { t } from '../../storage/words.ts';
import { FieldError } from './Field.tsx';
import type { Fields } from './fields.ts';
import styles from './people.module.css';
import { afterText, everyText } from './words.ts';

interface CadenceFieldsProps {
  fields: Pick<Fields, 'cadence' | 'ideal' | 'latest'>;
  errors: { ideal?: string | undefined; latest?: string | undefined };
  onChange: (change: Partial<Pick<Fields, 'cadence' | 'ideal' | 'latest'>>) => void;
}

const OTHER = 'other';
const isPreset = (days: string) => INTERVALS.some((step) => String(step) === days);

/** How often to meet: an ideal interval and a latest one, from a list or in days; or none. */
export function CadenceFields({ fields, errors, onChange }: CadenceFieldsProps) {
  const { cadence, ideal, latest } = fields;
  // Days that are being typed may pass through one of the list: "14" begins "140".
  const [typed, setTyped] = useState({ ideal: false, latest: false });
  const ownIdeal = typed.ideal || !isPreset(ideal);
  const ownLatest = typed.latest || !isPreset(latest);
  const chooseIdeal = (value: string) => {
    setTyped({ ideal: value === OTHER, latest: value === OTHER && typed.latest });
    if (value === '') onChange({ cadence: false });
    else if (value === OTHER) onChange({ cadence: true, ideal: '' });
    else onChange({ cadence: true, ideal: value, latest: String(latestFor(Number(value))) });
  };
  const chooseLatest = (value: string) => {
    setTyped({ ...typed, latest: value === OTHER });
    onChange({ latest: value === OTHER ? '' : value });
  };
  return (
    <fieldset class={styles.cadence}>
      <legend class="label">{t('peopleCadence')}</legend>
      <div>
        <select
          class="field"
          aria-label={t('peopleIdeal')}
          value={!cadence ? '' : ownIdeal ? OTHER : ideal}
          onChange={(event) => chooseIdeal(event.currentTarget.value)}
        >
          <option value="">{t('peopleNoCadence')}</option>
          {INTERVALS.map((days) => (
            <option key={days} value={String(days)}>
              {everyText(days)}
            </option>
          ))}
          <option value={OTHER}>{t('peopleOther')}</option>
        </select>
        {cadence && ownIdeal && (
          <Days
            id="ideal-days"
            label={t('peopleIdealDays')}
            value={ideal}
            error={errors.ideal}
            onType={(days) => onChange({ ideal: days })}
          />
        )}
      </div>
      {cadence && (
        <div>
          <select
            class="field"
            aria-label={t('peopleLatest')}
            value={ownLatest ? OTHER : latest}
            onChange={(event) => chooseLatest(event.currentTarget.value)}
          >
            {INTERVALS.filter((days) => String(days) === latest || !(days < Number(ideal))).map((days) => (
              <option key={days} value={String(days)}>
                {t('peopleLatestAfter', afterText(days))}
              </option>
            ))}
            <option value={OTHER}>{t('peopleLatestOther')}</option>
          </select>
          {ownLatest && (
            <Days
              id="latest-days"
              label={t('peopleLatestDays')}
              value={latest}
              error={errors.latest}
              onType={(days) => onChange({ latest: days })}
            />
          )}
          {!ownLatest && errors.latest && <FieldError id="latest-error">{errors.latest}</FieldError>}
        </div>
      )}
    </fieldset>
  );
}

interface DaysProps {
  id: string;
  label: string;
  value: string;
  error: string | undefined;
  onType: (days: string) => void;
}

function Days({ id, label, value, error, onType }: DaysProps) {
  return (
    <div class={styles.days}>
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field"
        type="number"
        min={1}
        max={730}
        step={1}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
