const shapes = {
  close: 'M5 5l14 14M19 5L5 19',
  edit: 'M4 20l1-5L16 4l4 4L9 19z',
  delete: 'M4 6h16M9 6V4h6v2M6 6l1 14h10l1-14M10 10v6M14 10v6',
  options:
    'M5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M17 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  people: 'M3 20c0-4 3-6 6-6s6 2 6 6M9 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6M17 11a3 3 0 0 0 0-6M18 14c2 1 3 3 3 6',
  place: 'M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11M12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  bell: 'M6 17V11a6 6 0 1 1 12 0v6l2 1H4zM10 20h4',
  text: 'M4 6h16M4 12h16M4 18h9',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  copy: 'M8 8h12v12H8zM4 16V4h12',
  video: 'M3 7h12v10H3zM15 11l6-4v10l-6-4',
} as const;

/** The name of a line drawing. */
export type IconName = keyof typeof shapes;

/** A 20 pixel line drawing in the text's colour. */
export function icon(name: IconName): string {
  return (
    `<svg focusable="false" aria-hidden="true" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor"` +
    ` stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${shapes[name]}"></path></svg>`
  );
}
