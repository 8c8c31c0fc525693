import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Option } from '../ui/Option.tsx';
import type { Choosable } from './Results.tsx';
import styles from './Search.module.css';
import type { Offer, SearchTyping } from './useSearchField.ts';

interface SearchFieldProps {
  typing: SearchTyping;
  /** What was found, in its order. */
  found: readonly Choosable[];
  /** The id of the list that they stand in. */
  foundId: string;
  /** The id of what tells the problems of the query; undefined when it has none. */
  problemsId: string | undefined;
  /** The id of the name or hit that Enter takes. */
  active: string | undefined;
  onPoint: (id: string | undefined) => void;
  onChoose: (one: Choosable) => void;
  onBack: () => void;
}

/** The field of search. It keeps the focus: arrows choose a name or a hit, Enter and Tab take it, Esc closes or goes back. */
export function SearchField({ typing, found, foundId, problemsId, active, ...props }: SearchFieldProps) {
  const { offers } = typing;
  const namesId = `${foundId}-names`;
  const list: readonly { id: string }[] = offers.length > 0 ? offers : found;

  const enter = () => {
    const offer = offers.find((one) => one.id === active);
    const hit = found.find((one) => one.id === active);
    if (offer) typing.complete(offer);
    else if (hit) props.onChoose(hit);
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = list.findIndex((one) => one.id === active);
    if (event.key === 'ArrowDown') props.onPoint(list[Math.min(at + 1, list.length - 1)]?.id);
    else if (event.key === 'ArrowUp') props.onPoint(list[Math.max(at - 1, 0)]?.id);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Tab' && !event.shiftKey && offers.length > 0 && typing.begun) enter();
    else if (event.key === 'Escape') offers.length > 0 ? typing.closeOffers() : props.onBack();
    else return;
    event.preventDefault();
  };

  return (
    <search class={styles.find}>
      <input
        ref={typing.field}
        class="field"
        type="text"
        role="combobox"
        enterkeyhint="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        aria-label={t('search_everything')}
        placeholder={t('search_placeholder')}
        aria-expanded={list.length > 0}
        aria-controls={offers.length > 0 ? namesId : found.length > 0 ? foundId : undefined}
        aria-activedescendant={active}
        aria-autocomplete="list"
        aria-describedby={problemsId}
        aria-invalid={problemsId ? true : undefined}
        value={typing.text}
        onInput={(event) => typing.typed(event.currentTarget)}
        onSelect={(event) => typing.moved(event.currentTarget)}
        onKeyDown={key}
      />
      {typing.text !== '' && (
        <button
          type="button"
          class={`ib s ${styles.clear}`}
          aria-label={t('search_clear')}
          onClick={typing.clear}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      {offers.length > 0 && (
        <Names
          id={namesId}
          offers={offers}
          active={active}
          onPoint={props.onPoint}
          onTake={typing.complete}
        />
      )}
    </search>
  );
}

interface NamesProps {
  id: string;
  offers: readonly Offer[];
  active: string | undefined;
  onPoint: (id: string) => void;
  onTake: (offer: Offer) => void;
}

function Names({ id, offers, active, onPoint, onTake }: NamesProps) {
  return (
    <div class={`menu ${styles.names}`} id={id} role="listbox" aria-label={t('search_people')}>
      {offers.map((offer) => (
        <Option
          key={offer.id}
          id={offer.id}
          active={offer.id === active}
          onPoint={() => onPoint(offer.id)}
          onChoose={() => onTake(offer)}
        >
          <bdi>{offer.person.name}</bdi>
          <bdi class="meta">{[offer.person.role, offer.person.team].filter(Boolean).join(', ')}</bdi>
        </Option>
      ))}
    </div>
  );
}
