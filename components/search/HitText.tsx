import type { ComponentChildren } from 'preact';
import { timesRaised } from '../../prep/order.ts';
import type { ActionItem } from '../../prep/records/action-item.ts';
import { snippet } from '../../prep/search-text.ts';
import type { Hit } from '../../storage/search.ts';
import { plural, t } from '../../storage/words.ts';
import { agoText, dayText, dueText, fullDay, namesText } from '../ui/dates.ts';

/** A text around what was looked for, with it marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <bdi>
      {snippet(text, words).map((part, index) =>
        part.match ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </bdi>
  );
}

interface HitTextProps {
  hit: Hit;
  words: readonly string[];
  /** The names of people, by id. */
  names: ReadonlyMap<string, string>;
  today: string;
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
}

/** What was found, and below it whose it is and when it is from. */
export function HitText({ hit, words, names, today, notYet }: HitTextProps) {
  const who = (ids: readonly string[]) => namesText(ids.flatMap((id) => names.get(id) ?? []));
  const line = (main: ComponentChildren, meta: ComponentChildren) => (
    <>
      {main}
      <span class="meta">{meta}</span>
    </>
  );
  const marked = (text: string) => <Marked text={text} words={words} />;
  const name = (ids: readonly string[]) => <bdi>{who(ids)}</bdi>;
  const then = (at: string) => <time title={fullDay(at)}>{agoText(at, today)}</time>;
  switch (hit.table) {
    case 'people': {
      const { row } = hit;
      const about = [row.role, row.team, ...row.aliases, ...row.emails].filter(Boolean).join(', ');
      return line(marked(row.name), marked(about));
    }
    case 'actionItems':
      return line(
        marked(hit.row.text),
        <>
          <bdi>{promised(hit.row, who(hit.row.personIds))}</bdi>, <Due item={hit.row} today={today} />
        </>,
      );
    case 'topics':
      return line(
        marked(hit.row.text),
        <>
          {name(hit.row.personIds)}, {raised(hit.row.state, timesRaised(hit.row, notYet))}
        </>,
      );
    case 'decisions':
      return line(
        marked(hit.row.text),
        <>
          {name(hit.row.personIds)},{' '}
          {hit.row.state === 'standing' && hit.row.againOn
            ? t('search_decide_again', dayText(hit.row.againOn, today))
            : then(hit.row.at)}
        </>,
      );
    case 'projects': {
      const { row } = hit;
      const more = [row.myNext, row.theirNext, row.outcome].filter(Boolean).join(' ');
      return line(
        <>
          {marked(row.title)}
          {words.length > 0 && more !== '' && <> {marked(more)}</>}
        </>,
        <>
          {name(row.personIds)}, {then(row.startedOn)}
        </>,
      );
    }
    case 'askings':
      return line(
        <>
          <span class="meta">{marked(hit.row.text)}</span>
          {hit.row.answer !== '' && marked(hit.row.answer)}
        </>,
        <>
          {name([hit.row.personId])}, {then(hit.row.at)}
        </>,
      );
    case 'facts':
      return line(
        marked(hit.row.text),
        <>
          {name([hit.row.personId])}, {then(hit.row.learntOn)}
        </>,
      );
    case 'captures':
      return line(marked(hit.row.text), then(hit.row.createdAt));
    case 'agendas': {
      const { row } = hit;
      const all = [
        row.myView,
        row.theirView,
        ...Object.values(row.matters),
        ...row.options.map((one) => one.text),
      ];
      return line(
        <>
          {marked(row.title)} {marked([...all, row.allies].filter(Boolean).join(' '))}
        </>,
        <>
          {name(row.personIds)}, {then(row.at)}
        </>,
      );
    }
    case 'reviews':
      return line(
        marked(hit.row.note),
        <>
          {name(hit.row.personIds)}, {then(hit.row.reviewOn)}
        </>,
      );
    case 'notes':
      return line(
        marked([hit.row.text, hit.row.origin?.title].filter(Boolean).join('\n')),
        <>
          {name(hit.row.personIds)}, {then(hit.row.at)}
          {hit.row.kind === 'before' && `, ${t('search_before_meeting')}`}
          {hit.row.sensitivity === 'half-baked' && `, ${t('search_half_baked')}`}
        </>,
      );
  }
}

function promised({ owner }: ActionItem, who: string): string {
  if (owner === 'me') return t('search_you_to', who);
  return owner === 'them' ? who : t('search_you_and', who);
}

function Due({ item, today }: { item: ActionItem; today: string }) {
  if (item.state !== 'open') {
    const on = dayText(item.closedAt ?? item.updatedAt, today);
    return <>{item.state === 'kept' ? t('search_kept', on) : t('search_dropped', on)}</>;
  }
  if (item.due === null) return <>{t('dateNoDue')}</>;
  return <span class={item.due < today ? 'late' : ''}>{dueText(item.due, today)}</span>;
}

function raised(state: 'open' | 'covered' | 'dropped', times: number): string {
  if (state !== 'open') return state === 'covered' ? t('search_covered') : t('search_let_go');
  return times === 0 ? t('search_new') : plural('search_raised', times);
}
