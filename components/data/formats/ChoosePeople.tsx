import { useState } from 'preact/hooks';
import { fold } from '../../../prep/fold.ts';
import type { Contact } from '../../../prep/formats/contact.ts';
import type { PersonPlan } from '../../../prep/formats/people-plan.ts';
import { importPeople, previewPeople } from '../../../storage/formats/import-people.ts';
import { plural, t } from '../../../storage/words.ts';
import { keepFocus } from '../../options/keep-focus.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Ready } from '../../ui/States.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useLive } from '../../ui/useLive.ts';
import { ContactRow } from './ContactRow.tsx';
import styles from './formats.module.css';
import { NotTaken } from './NotTaken.tsx';

/** Up to here all are ticked at first: a chosen few. Beyond it is an address book, of whom few are peers. */
const FEW = 25;
/** Rows drawn at first and with each "Show more". */
const PAGE = 100;

const canBeTaken = ({ kind }: PersonPlan) => kind === 'new' || kind === 'adds';
/** Ticked at first: not those who may be somebody here by their name. */
const isPlain = ({ kind, people }: PersonPlan) => kind === 'adds' || people.length === 0;

interface ChoosePeopleProps {
  contacts: readonly Contact[];
  onDone: () => void;
}

/** Whom of a file to take over: what each would add, and who is here already. */
export function ChoosePeople({ contacts, onDone }: ChoosePeopleProps) {
  const [same, setSame] = useState<ReadonlyMap<number, string>>(new Map());
  /** undefined: nothing was ticked or taken off yet. */
  const [ticked, setTicked] = useState<ReadonlySet<number>>();
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState(PAGE);
  const [state, setState] = useState<'still' | 'writing' | 'failed'>('still');
  const live = useLive(() => previewPeople(contacts, same), [contacts, same]);
  const say = useToast();

  const take = async (chosen: ReadonlySet<number>) => {
    setState('writing');
    try {
      const { added, filled, undo } = await importPeople({ contacts, chosen, same });
      say(plural('format_peopleImported', added + filled), async () => {
        await undo();
        keepFocus(() => document.getElementById('title'));
      });
      onDone();
    } catch (error) {
      console.error('peerside: an import failed', error);
      setState('failed');
    }
  };

  return (
    <Ready live={live}>
      {(plans) => {
        const open = plans.filter(canBeTaken);
        const first = open.length <= FEW ? open.filter(isPlain).map(({ index }) => index) : [];
        const now = ticked ?? new Set(first);
        const chosen = new Set(open.filter(({ index }) => now.has(index)).map(({ index }) => index));
        const wanted = fold(query.trim());
        const found = open.filter(({ contact: { name, emails, role, team } }) =>
          fold([name, ...emails, role, team].join(' ')).includes(wanted),
        );
        const tick = (indexes: readonly number[], on: boolean) => {
          const next = new Set(now);
          for (const index of indexes) on ? next.add(index) : next.delete(index);
          setTicked(next);
        };
        return (
          <>
            {open.length > 0 ? (
              <section class={styles.whom} aria-labelledby="format-whom">
                <h3 class="h2" id="format-whom">
                  {t('format_whom')}
                </h3>
                <p class="hint">{t('format_whomHelp')}</p>
                <div class={styles.tools}>
                  {open.length > 8 && (
                    <input
                      class="field"
                      type="search"
                      dir="auto"
                      aria-label={t('format_search')}
                      placeholder={t('format_search')}
                      value={query}
                      onInput={(event) => setQuery(event.currentTarget.value)}
                    />
                  )}
                  <span class="meta grow" role="status">
                    {plural('format_found', found.length)}
                  </span>
                  <button
                    type="button"
                    class="btn quiet small"
                    onClick={() =>
                      tick(
                        found.map(({ index }) => index),
                        true,
                      )
                    }
                  >
                    {t('format_all')}
                  </button>
                  <button
                    type="button"
                    class="btn quiet small"
                    onClick={() =>
                      tick(
                        found.map(({ index }) => index),
                        false,
                      )
                    }
                  >
                    {t('format_none')}
                  </button>
                </div>
                {found.length === 0 && <p class="meta">{t('format_noMatch', query)}</p>}
                <ul class={styles.contacts} aria-label={t('format_people')}>
                  {found.slice(0, rows).map((plan) => (
                    <ContactRow
                      key={plan.index}
                      plan={plan}
                      same={same.get(plan.index)}
                      checked={chosen.has(plan.index)}
                      onTick={(on) => tick([plan.index], on)}
                      onSame={(id) => {
                        const next = new Map(same);
                        if (id) next.set(plan.index, id);
                        else next.delete(plan.index);
                        setSame(next);
                        tick([plan.index], true);
                      }}
                    />
                  ))}
                </ul>
                {found.length > rows && (
                  <button type="button" class="btn quiet small" onClick={() => setRows(rows + PAGE)}>
                    {plural('format_showMore', Math.min(PAGE, found.length - rows))}
                  </button>
                )}
              </section>
            ) : (
              <h3 class="h2">{t('format_allHere')}</h3>
            )}
            <NotTaken plans={plans.filter((plan) => !canBeTaken(plan))} />
            {state === 'failed' && (
              <p class="error" role="alert">
                <Icon name="warning" size={14} />
                {t('format_failed')}
              </p>
            )}
            <div class={styles.acts}>
              {open.length > 0 && (
                <button
                  type="button"
                  class="btn primary"
                  disabled={chosen.size === 0 && state !== 'writing'}
                  aria-disabled={state === 'writing' || undefined}
                  onClick={() => state !== 'writing' && void take(chosen)}
                >
                  {state === 'writing'
                    ? t('format_importing')
                    : chosen.size > 0
                      ? plural('format_take', chosen.size)
                      : t('format_takeNone')}
                </button>
              )}
              <button type="button" class="btn" onClick={onDone}>
                {open.length > 0 ? t('format_cancel') : t('format_close')}
              </button>
            </div>
          </>
        );
      }}
    </Ready>
  );
}
