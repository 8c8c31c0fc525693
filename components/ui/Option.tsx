import type { ComponentChildren } from 'preact';

interface OptionProps {
  /** What the field or the list that has the focus names it by. */
  id: string;
  /** The one that Enter takes. */
  active: boolean;
  /** What it is called, where its parts do not read as one. */
  label?: string | undefined;
  class?: string | undefined;
  onPoint?: () => void;
  onChoose: () => void;
  children: ComponentChildren;
}

/** A line of a list to choose from. The focus stays where it is: what has it takes the keys of all lines, too. */
export function Option({ id, active, label, onPoint, onChoose, children, ...props }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what has the focus takes the keys for all options.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field or the list, which names its active option.
    <div
      id={id}
      role="option"
      class={props.class}
      aria-selected={active}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => active || onPoint?.()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
