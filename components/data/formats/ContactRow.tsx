import type { Addition, PersonPlan } from '../../../prep/formats/people-plan.ts';
import { t } from '../../../storage/words.ts';
import styles from './formats.module.css';
import '../../ui/tag.css';

interface ContactRowProps {
  plan: PersonPlan;
  /** The person here that it was said to be. */
  same: string | undefined;
  checked: boolean;
  onTick: (on: boolean) => void;
  /** It is this person here; undefined: somebody else. */
  onSame: (id: string | undefined) => void;
}

/** Somebody who can be taken over: what would come, and the question whether it is somebody here of the same name. */
export function ContactRow({ plan, same, checked, onTick, onSame }: ContactRowProps) {
  const { contact, kind, people, index } = plan;
  const [person] = people;
  const id = `format-contact-${index}`;
  const asks = same !== undefined || (kind === 'new' && people.length > 0);
  return (
    <li>
      <input
        class="tick"
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-about`}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>
          <bdi>{contact.name}</bdi>
          <span class={kind === 'new' ? 'tag soft' : 'tag'}>
            {kind === 'new' ? t('format_new') : t('format_adds')}
          </span>
        </label>
        <span class="meta" id={`${id}-about`} dir="auto">
          {kind === 'new' || !person
            ? said(contact)
            : t('format_addsTo', person.name, said(plan.addition) || contact.emails.join(', '))}
        </span>
        {contact.unread.slice(0, 3).map((text) => (
          <span class="meta" key={text} dir="auto">
            {t('format_notAddress', text.slice(0, 80))}
          </span>
        ))}
        {asks && (
          <div class={styles.same}>
            <span class="meta">{t('format_sameName')}</span>
            <select
              class="field"
              aria-label={t('format_sameNameOf', contact.name)}
              value={same ?? ''}
              onChange={(event) => onSame(event.currentTarget.value || undefined)}
            >
              <option value="">{t('format_somebodyElse')}</option>
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {t('format_theSameAs', [one.name, ...one.emails.slice(0, 1)].join(', '))}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
    </li>
  );
}

function said({ emails, role, team, aliases }: Addition): string {
  return [...emails, role, team, ...aliases.map((alias) => `"${alias}"`)].filter(Boolean).join(', ');
}
