import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { readDraft, writeDraft } from '../../storage/drafts.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';

/** What the line to add with is told by its section. */
export interface AddingProps {
  /** Where the line keeps what is begun. */
  draft: string;
  /** What was begun and not added the last time. */
  begun: string | undefined;
  onClose: (back: boolean) => void;
  /** Opens the line again with what was given up. */
  onReopen: (text: string) => Promise<void>;
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
  const [begun, setBegun] = useState<string>();
  const plus = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  const id = useId();

  const reopen = (text: string) => {
    setBegun(text);
    setAdding(true);
  };
  useEffect(() => {
    void readDraft(draft).then((text) => {
      if (typeof text === 'string' && text.trim() !== '') reopen(text);
    });
  }, [draft]);

  const close = (back: boolean) => {
    setAdding(false);
    setBegun(undefined);
    if (back) plus.current?.focus();
  };
  const field = () => section.current?.querySelector<HTMLInputElement>('[data-adding] input');
  const takeBack = async (text: string) => {
    // Another line may have been begun meanwhile: neither is lost.
    const both = [field()?.value.trim(), text].filter(Boolean).join(' ');
    await writeDraft(draft, both);
    reopen(both);
  };
  const add = () => {
    setAdding(true);
    // Open already: the button leads to it.
    field()?.focus();
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
        <div data-adding="">{props.renderAdd({ draft, begun, onClose: close, onReopen: takeBack })}</div>
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
