import type { JSX } from 'preact';

/* Drawn on a 16 grid in the colour of the text; lines 1.5 wide unless a shape says otherwise. */
const shapes = {
  back: (
    <>
      <path d="M10 3.5 5.5 8l4.5 4.5" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.25 3.25" />
    </>
  ),
  add: (
    <>
      <path d="M8 3v10M3 8h10" />
    </>
  ),
  cover: (
    <>
      <path d="M2.5 2.5l11 11" />
      <path d="M6.3 3.9A7 7 0 0 1 8 3.7c3 0 5.2 1.9 6.25 4.3a8 8 0 0 1-1.7 2.45M9.7 12.08A7 7 0 0 1 8 12.3c-3 0-5.2-1.9-6.25-4.3A8 8 0 0 1 4 5.2" />
      <path d="M6.6 6.7a2 2 0 0 0 2.75 2.75" />
    </>
  ),
  more: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="3.5" cy="8" r="1.3" />
        <circle cx="8" cy="8" r="1.3" />
        <circle cx="12.5" cy="8" r="1.3" />
      </g>
    </>
  ),
  down: (
    <>
      <path d="M3.5 6 8 10.5 12.5 6" />
    </>
  ),
  swap: (
    <>
      <path d="M2.75 6.25h9.5M9.75 3.5l2.75 2.75M13.25 9.75h-9.5M6.25 12.5 3.5 9.75" />
    </>
  ),
  check: (
    <>
      <path d="m3 8.5 3.25 3.25L13 5" />
    </>
  ),
  fact: (
    <>
      <path d="M4 2.25h8v11.25L8 10.6l-4 2.9V2.25Z" />
    </>
  ),
  right: (
    <>
      <path d="M6 3.5 10.5 8 6 12.5" />
    </>
  ),
  date: (
    <>
      <rect x="2.25" y="3" width="11.5" height="10.75" rx="2" />
      <path d="M2.25 6.5h11.5M5.25 1.5V4M10.75 1.5V4" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.75" />
      <path d="M10.5 5.5V4.25A1.75 1.75 0 0 0 8.75 2.5h-4.5A1.75 1.75 0 0 0 2.5 4.25v4.5a1.75 1.75 0 0 0 1.75 1.75H5.5" />
    </>
  ),
  private: (
    <>
      <rect x="3" y="7" width="10" height="6.75" rx="1.75" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  warning: (
    <>
      <path d="M8 2.25 14.25 13H1.75L8 2.25Z" />
      <path d="M8 6.5v3" />
      <path d="M8 11.25v.01" stroke-width="1.8" />
    </>
  ),
  edit: (
    <>
      <path d="m10.25 3.25 2.5 2.5-7.25 7.25-3 .5.5-3 7.25-7.25Z" />
    </>
  ),
  close: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  later: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  brand: (
    <>
      <path fill="currentColor" stroke="none" d="M7.35 1.2v10.2a5.1 5.1 0 0 1 0-10.2Z" />
      <path fill="currentColor" stroke="none" d="M8.65 4.6v10.2a5.1 5.1 0 0 0 0-10.2Z" />
    </>
  ),
  show: (
    <>
      <path d="M1.75 8C2.8 5.6 5 3.7 8 3.7s5.2 1.9 6.25 4.3C13.2 10.4 11 12.3 8 12.3S2.8 10.4 1.75 8Z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  file: (
    <>
      <path d="M4 1.75h5l3.5 3.5v9H4v-12.5Z" />
      <path d="M9 1.75v3.5h3.5" />
    </>
  ),
  data: (
    <>
      <ellipse cx="8" cy="4" rx="5.25" ry="2" />
      <path d="M2.75 4v8c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2V4M2.75 8c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2" />
    </>
  ),
  upload: (
    <>
      <path d="M8 10V2.75M4.75 5.75 8 2.5l3.25 3.25M2.75 13.25h10.5" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.5v3.25" />
      <path d="M8 5.25v.01" stroke-width="1.8" />
    </>
  ),
  panel: (
    <>
      <rect x="2" y="2.75" width="12" height="10.5" rx="2" />
      <path d="M9.5 2.75v10.5" />
    </>
  ),
  promise: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" />
      <path d="m5.25 8.25 2 2 3.5-4" />
    </>
  ),
  note: (
    <>
      <path d="M3 4h10M3 8h10M3 12h6" />
    </>
  ),
  question: (
    <>
      <path d="M5.25 5.75a2.75 2.75 0 1 1 4.3 2.25C8.6 8.7 8 9.1 8 10.1" />
      <path d="M8 13v.01" stroke-width="2" />
    </>
  ),
  topic: (
    <>
      <path d="M2.5 8h10M9 4.5 12.5 8 9 11.5" />
    </>
  ),
  inbox: (
    <>
      <path d="M2 9.5h3.25l1 1.75h3.5l1-1.75H14M2 9.5v3a1.25 1.25 0 0 0 1.25 1.25h9.5A1.25 1.25 0 0 0 14 12.5v-3L12 3H4L2 9.5Z" />
    </>
  ),
  log: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 5.5v5M5.5 8h5" />
    </>
  ),
  link: (
    <>
      <path d="M6.75 9.25a2.5 2.5 0 0 0 3.55 0l2.2-2.2a2.5 2.5 0 0 0-3.55-3.55l-.7.7M9.25 6.75a2.5 2.5 0 0 0-3.55 0l-2.2 2.2a2.5 2.5 0 0 0 3.55 3.55l.7-.7" />
    </>
  ),
  download: (
    <>
      <path d="M8 2.5v7.25M4.75 6.75 8 10l3.25-3.25M2.75 13.25h10.5" />
    </>
  ),
  delete: (
    <>
      <path d="M2.5 4.25h11M6 4V2.5h4V4M4 4.25l.6 9.25h6.8l.6-9.25" />
    </>
  ),
  undo: (
    <>
      <path d="M3 6.25h6.25a3.5 3.5 0 0 1 0 7H6M5.75 3.25 2.75 6.25l3 3" />
    </>
  ),
  unsure: (
    <>
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="1.2"
        d="M6.75 1.87v8.86a4.45 4.45 0 0 1 0-8.86Z"
      />
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="1.2"
        d="M9.25 5.27v8.86a4.45 4.45 0 0 0 0-8.86Z"
      />
    </>
  ),
  list: (
    <>
      <path d="M6 4h7.5M6 8h7.5M6 12h7.5" />
      <path d="M2.75 4v.01M2.75 8v.01M2.75 12v.01" stroke-width="2" />
    </>
  ),
  people: (
    <>
      <circle cx="5.5" cy="5.25" r="2.25" />
      <circle cx="11" cy="6" r="1.75" />
      <path d="M1.5 13c0-2.25 1.8-4 4-4s4 1.75 4 4M11 10c2 0 3.5 1.25 3.5 3" />
    </>
  ),
  grip: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="6" cy="4" r="1.1" />
        <circle cx="10" cy="4" r="1.1" />
        <circle cx="6" cy="8" r="1.1" />
        <circle cx="10" cy="8" r="1.1" />
        <circle cx="6" cy="12" r="1.1" />
        <circle cx="10" cy="12" r="1.1" />
      </g>
    </>
  ),
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof shapes;

/** A small drawing. Decoration unless it has a `label`. `size` in px. */
export function Icon({ name, size = 16, label }: { name: IconName; size?: number; label?: string }) {
  return (
    <svg
      class="i"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
        {shapes[name]}
      </g>
    </svg>
  );
}
