import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Field } from './Field.tsx';
import styles from './people.module.css';

/** As many as a person's record holds. */
const MOST = 50;

interface AddressFieldsProps {
  /** As typed; at least one, which may be empty. */
  emails: readonly string[];
  /** What is wrong with each, if anything. */
  errors: readonly (string | undefined)[];
  onType: (emails: string[], index: number) => void;
  onRemove: (emails: string[]) => void;
  onMore: (emails: string[]) => void;
}

/** The addresses of a person, one a line. */
export function AddressFields({ emails, errors, onType, onRemove, onMore }: AddressFieldsProps) {
  const more = useRef(false);
  useEffect(() => {
    if (more.current) document.getElementById(`person-email-${emails.length - 1}`)?.focus();
    more.current = false;
  }, [emails.length]);
  return (
    <fieldset class={styles.emails}>
      <legend class="vh">{t('peopleAddresses')}</legend>
      {emails.map((email, index) => (
        <Field
          key={index}
          id={`person-email-${index}`}
          label={index === 0 ? t('peopleAddress') : t('peopleAddressN', index + 1)}
          value={email}
          error={errors[index]}
          onType={(text) => onType(emails.with(index, text), index)}
          input={{ type: 'email', autocomplete: 'off', dir: 'ltr' }}
        >
          {emails.length > 1 && (
            <button
              type="button"
              class="ib s"
              aria-label={t('peopleRemoveAddress', index + 1)}
              title={t('peopleRemove')}
              onClick={() => onRemove(emails.toSpliced(index, 1))}
            >
              <Icon name="close" />
            </button>
          )}
        </Field>
      ))}
      <button
        type="button"
        class="btn quiet small"
        onClick={() => {
          more.current = true;
          onMore([...emails, '']);
        }}
        disabled={emails.length >= MOST}
      >
        <Icon name="add" size={14} />
        {t('peopleAddAddress')}
      </button>
    </fieldset>
  );
}
