import { useState } from 'preact/hooks';
import { fold } from '../../../prep/fold.ts';
import type { Contact } from '../../../prep/formats/contact.ts';
import type { PersonPlan } from '../../../prep/formats/people-plan.ts';
import { importPeople, previewPeople } from '../../../storage/formats/import-people.ts';
import { plural, t } from '../../../storage/words.ts';
import { ImportActs } from '../../ui/files/ImportActs.tsx';
import { useImport } from '../../ui/files/useImport.ts';
import { Ready } from '../../ui/States.tsx';
import { useLive } from '../../ui/useLive.ts';
import { ContactRow } from './ContactRow.tsx';
import styles from './formats.module.css';
import { NotTaken } from './NotTaken.tsx';

/** Up to here all are ticked at first: a chosen few. Beyond it is an address book, of whom few are peers. */
const FEW = 25;
/** Rows drawn at first and with each "Show more". */
const PAGE = 100;

const indexOf = ({ index }: PersonPlan) => index;
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
  const live = useLive(() => previewPeople(contacts, same), [contacts, same]);
  const { state, take } = useImport(onDone);

  const takeThem = async (chosen: ReadonlySet<number>) => {
    const { added, filled, undo } = await importPeople({ contacts, chosen, same });
    return { said: plural('format_peopleImported', added + filled), undo };
  };

  return (
    <Ready live={live}>
      {(plans) => {
        const open = plans.filter(canBeTaken);
        const first = open.length <= FEW ? open.filter(isPlain).map(indexOf) : [];
        const now = ticked ?? new Set(first);
        const chosen = new Set(open.filter(({ index }) => now.has(index)).map(indexOf));
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
                    onClick={() => tick(found.map(indexOf), true)}
                  >
                    {t('format_all')}
                  </button>
                  <button
                    type="button"
                    class="btn quiet small"
                    onClick={() => tick(found.map(indexOf), false)}
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
            <ImportActs
              state={state}
              label={open.length > 0 ? takeText(chosen.size) : undefined}
              disabled={chosen.size === 0}
              onTake={() => take(() => takeThem(chosen))}
              onDone={onDone}
            />
          </>
        );
      }}
    </Ready>
  );
}

function takeText(chosen: number): string {
  return chosen > 0 ? plural('format_take', chosen) : t('format_takeNone');
}
