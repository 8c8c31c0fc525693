import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';

interface SectionProps {
  heading: string;
  count: number;
  /** The name of the plus button: "Add a promise". */
  addLabel: string;
  /** What an empty section says. */
  empty: string;
  /** Draws the line to add with. */
  renderAdd: (close: () => void) => ComponentChildren;
  children: ComponentChildren;
  first?: boolean;
}

/** A list with a heading, a count, a plus that opens a line to add with, and words for when it is empty. */
export function Section(props: SectionProps) {
  const [adding, setAdding] = useState(false);
  const plus = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setAdding(false);
    plus.current?.focus();
  };
  return (
    <section class={props.first ? 'sec first' : 'sec'} aria-labelledby={id}>
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
          onClick={() => setAdding(!adding)}
        >
          <Icon name="add" />
        </button>
      </header>
      {props.children}
      {adding && props.renderAdd(close)}
      {props.count === 0 && !adding && (
        <p class="meta">
          {props.empty}{' '}
          <button type="button" class="link" onClick={() => setAdding(true)}>
            {t('briefAdd')}
          </button>
        </p>
      )}
    </section>
  );
}
