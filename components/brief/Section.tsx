import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Line } from '../../storage/draft-lines.ts';
import type { Slot } from '../../storage/draft-slots.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';

// Only a line that was begun needs it: after the first content.
const lines = () => import('../../storage/draft-lines.ts');

/** What the line to add with is told by its section. */
export interface AddingProps {
  /** Where the line keeps what is begun. */
  draft: string;
  /** What a window that is gone began and did not add, in the place that keeps it. */
  begun: Slot<Line> | undefined;
  onClose: (back: boolean) => void;
  /** Offers again what was given up. */
  onReopen: () => void;
}

interface SectionProps {
  heading: string;
  count: number;
  /** The name of the plus button: "Add a promise". */
  addLabel: string;
  /** What an empty section says. */
  empty: string;
  /** Where a line that was begun is kept. */
  draft: string;
  /** Draws the line to add with. */
  renderAdd: (adding: AddingProps) => ComponentChildren;
  children: ComponentChildren;
  first?: boolean;
}

/** A list with a heading, a count, a plus that opens a line to add with, and words for when it is empty. */
export function Section(props: SectionProps) {
  const { draft } = props;
  const [adding, setAdding] = useState(false);
  const [begun, setBegun] = useState<Slot<Line>>();
  const [asked, ask] = useState(0);
  const plus = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  const id = useId();

  /** Whether a line can be offered: none is open here. */
  const free = useRef(false);
  if (adding) free.current = false;
  useEffect(() => {
    if (adding) return;
    free.current = true;
    const open = (slot: Slot<Line>) => {
      if (!free.current) return false;
      free.current = false;
      setBegun(slot);
      setAdding(true);
      return true;
    };
    void lines().then(({ offerLine }) => offerLine(draft, open));
  }, [draft, adding, asked]);
  useLayoutEffect(
    () => () => {
      free.current = false;
    },
    [],
  );

  const close = (back: boolean) => {
    setAdding(false);
    setBegun(undefined);
    if (back) plus.current?.focus();
  };
  const add = () => {
    setAdding(true);
    // Open already: the button leads to it.
    section.current?.querySelector<HTMLElement>('[data-adding] input')?.focus();
  };
  return (
    <section ref={section} class={props.first ? 'sec first' : 'sec'} aria-labelledby={id}>
      <header>
        <h2 class="grow" id={id}>
          {props.heading} {props.count > 0 && <span class="n">{props.count}</span>}
        </h2>
        <button
          ref={plus}
          type="button"
          class="ib s"
          aria-label={props.addLabel}
          title={props.addLabel}
          onClick={add}
        >
          <Icon name="add" />
        </button>
      </header>
      {props.children}
      {adding && (
        <div data-adding="">
          {props.renderAdd({ draft, begun, onClose: close, onReopen: () => ask((times) => times + 1) })}
        </div>
      )}
      {props.count === 0 && !adding && (
        <p class="meta">
          {props.empty}{' '}
          <button type="button" class="link" onClick={add}>
            {t('briefAdd')}
          </button>
        </p>
      )}
    </section>
  );
}
