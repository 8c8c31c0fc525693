/** What stands in the panel's place over a brief or Today, as its address names it. */
export type AsideRoute =
  | { kind: 'search'; query: string }
  /** `entry`: the record to show of it. */
  | { kind: 'person'; personId: string; entry?: string | undefined };

/** Reads `#search`, `#search/<query>`, `#person/<id>`, `#person/<id>/<entry>`; undefined for anything else. */
export function readAside(hash: string): AsideRoute | undefined {
  const [kind, first, entry] = hash.replace(/^#/, '').split('/').map(decoded);
  if (kind === 'search') return { kind, query: first ?? '' };
  if (kind === 'person' && first) return { kind, personId: first, entry: entry || undefined };
  return undefined;
}

/** The address of it. */
export function hrefOfAside(route: AsideRoute): string {
  const parts = route.kind === 'search' ? [route.query] : [route.personId, route.entry ?? ''];
  return `#${[route.kind, ...parts].map(encodeURIComponent).join('/').replace(/\/+$/, '')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
