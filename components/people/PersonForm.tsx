import { useEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { AddressTaken, addPerson, changePerson, personDraft } from '../../storage/people.ts';
import { readSettings } from '../../storage/settings.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { AddressFields } from './AddressFields.tsx';
import { CadenceFields } from './CadenceFields.tsx';
import { Field, FieldError } from './Field.tsx';
import { changeOf, type FieldErrors, readFields } from './fields.ts';
import styles from './people.module.css';
import { Relation } from './Relation.tsx';
import { usePersonFields } from './usePersonFields.ts';
import { errorText } from './words.ts';

interface PersonFormProps {
  /** undefined: somebody new. */
  person: Person | undefined;
  onSaved: (id: string) => void;
  onCancel: () => void;
  /** What was given up is wanted back: the form is opened again. */
  onReopen?: () => void;
}

/**
 * Everything that is set about a person. What is typed is kept as a draft until it is saved or given up;
 * what is wrong is said at its field, and nothing is changed then.
 */
export function PersonForm({ person, onSaved, onCancel, onReopen }: PersonFormProps) {
  const say = useToast();
  const { fields, changed, change, ready, restored, done, giveUp } = usePersonFields(person);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tried]);
  useEffect(() => {
    if (ready && !person) form.current?.querySelector('input')?.focus();
  }, [ready, person]);

  const fail = (found: Record<string, string>) => {
    setErrors(found);
    setTried((times) => times + 1);
  };
  const saving = useRef(false);
  const save = async (event: Event) => {
    event.preventDefault();
    // A key held down, a click that is double: one person, not two.
    if (saving.current) return;
    saving.current = true;
    await write().finally(() => {
      saving.current = false;
    });
  };
  const write = async () => {
    const { draft, errors: found } = readFields(fields, (await readSettings()).ownEmails);
    if (Object.keys(found).length > 0) return fail(spoken(found));
    try {
      const id = person?.id ?? (await addPerson({ ...personDraft(draft.name), ...draft })).id;
      if (person) await changePerson(person.id, changeOf(draft, changed));
      await done();
      onSaved(id);
    } catch (error) {
      if (error instanceof AddressTaken) {
        const index = fields.emails.findIndex((typed) => typed.toLowerCase().includes(error.email));
        return fail({ [`email ${Math.max(0, index)}`]: t('peopleTaken', error.holder.name) });
      }
      console.error('peerside: a person was not saved', error);
      fail({ form: t('peopleNotSaved') });
    }
  };
  const putAway = async (reopen?: () => void) => {
    setErrors({});
    const name = fields.name.trim() || t('peopleNewTitle');
    const back = await giveUp();
    if (!back) return;
    say(t('peopleGivenUp', name), async () => {
      await back();
      reopen?.();
    });
  };
  const leave = async () => {
    await putAway(onReopen);
    onCancel();
  };
  const type = (some: Parameters<typeof change>[0], ...fixed: string[]) => {
    change(some);
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !fixed.includes(key))));
  };

  return (
    <form ref={form} class={styles.form} onSubmit={save} noValidate>
      {restored && (
        <p class="hint" role="status">
          {t('peopleRestored')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              // The button goes with what was typed.
              form.current?.querySelector('input')?.focus();
              void putAway();
            }}
          >
            {t('peopleStartAgain')}
          </button>
        </p>
      )}
      <Field
        id="person-name"
        label={t('peopleName')}
        value={fields.name}
        error={errors.name}
        onType={(name) => type({ name }, 'name')}
        input={{ autocomplete: 'off', required: true }}
      />
      <AddressFields
        emails={fields.emails}
        errors={fields.emails.map((_, index) => errors[`email ${index}`])}
        onType={(emails, index) => type({ emails }, `email ${index}`)}
        onRemove={(emails) => {
          setErrors({});
          change({ emails });
        }}
        onMore={(emails) => change({ emails })}
      />
      <Field
        id="person-aliases"
        label={t('peopleAliases')}
        hint={t('peopleAliasesHint')}
        value={fields.aliases}
        onType={(aliases) => type({ aliases })}
        input={{ autocomplete: 'off' }}
      />
      <div class={styles.two}>
        <Field
          id="person-role"
          label={t('peopleRole')}
          value={fields.role}
          onType={(role) => type({ role })}
          input={{ autocomplete: 'off' }}
        />
        <Field
          id="person-team"
          label={t('peopleTeam')}
          value={fields.team}
          onType={(team) => type({ team })}
          input={{ autocomplete: 'off' }}
        />
      </div>
      <Relation fields={fields} onChange={change} />
      <CadenceFields
        fields={fields}
        errors={{ ideal: errors.ideal, latest: errors.latest }}
        onChange={(some) => type(some, 'ideal', 'latest')}
      />
      {errors.form && <FieldError id="form-error">{errors.form}</FieldError>}
      <div class={styles.acts}>
        <button type="submit" class="btn primary">
          {person ? t('peopleSave') : t('peopleAdd')}
        </button>
        <button type="button" class="btn" onClick={leave}>
          {t('peopleCancel')}
        </button>
      </div>
    </form>
  );
}

function spoken(errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, errorText(error)]));
}
