import { useId, useState } from 'preact/hooks';
import { PASSPHRASE_MIN } from '../../storage/backup/crypto.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './lock.module.css';

interface PassphraseFieldsProps {
  /** Asks for the passphrase of now as well. */
  asksOld: boolean;
  /** What is wrong with it. */
  problem: string | undefined;
  busy: boolean;
  /** What the button says. */
  submit: string;
  onSubmit: (fresh: string, old: string) => void;
  onCancel: () => void;
}

/** A new passphrase, typed twice, after it was said that nothing brings it back. */
export function PassphraseFields(props: PassphraseFieldsProps) {
  const { asksOld, problem, busy, submit, onSubmit, onCancel } = props;
  const id = useId();
  const [old, setOld] = useState('');
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [known, setKnown] = useState(asksOld);
  const short = first !== '' && first.length < PASSPHRASE_MIN ? t('data_tooShort', PASSPHRASE_MIN) : '';
  const differs = again !== '' && again !== first ? t('data_notSame') : '';
  const ready = first.length >= PASSPHRASE_MIN && again === first && known && (!asksOld || old !== '');
  const field = (name: string, label: string, value: string, set: (value: string) => void, error: string) => (
    <div>
      <label class="label" for={`${id}-${name}`}>
        {label}
      </label>
      <input
        class="field"
        id={`${id}-${name}`}
        type="password"
        autocomplete={name === 'old' ? 'current-password' : 'new-password'}
        value={value}
        aria-invalid={error !== ''}
        aria-describedby={error ? `${id}-${name}-e` : undefined}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {error && (
        <p class="error" id={`${id}-${name}-e`}>
          <Icon name="warning" size={14} />
          {error}
        </p>
      )}
    </div>
  );
  return (
    <form
      class={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onSubmit(first, old);
      }}
    >
      {asksOld && field('old', t('lock_old'), old, setOld, problem ?? '')}
      {field('first', t('lock_fresh'), first, setFirst, short)}
      {field('again', t('lock_again'), again, setAgain, differs)}
      {!asksOld && (
        <label class={styles.known}>
          <input
            class="tick"
            type="checkbox"
            checked={known}
            onChange={(event) => setKnown(event.currentTarget.checked)}
          />
          <span>{t('lock_known')}</span>
        </label>
      )}
      <div class={styles.acts}>
        <button type="submit" class="btn primary" aria-disabled={!ready || busy}>
          {submit}
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          {t('forget_cancel')}
        </button>
      </div>
    </form>
  );
}
