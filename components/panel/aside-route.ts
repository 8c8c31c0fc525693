/** What stands in the panel's place over a brief or Today, as its address names it. */
export type AsideRoute =
  | { kind: 'search'; query: string }
  /** All promises over all people. */
  | { kind: 'promises' }
  /** `entry`: the record to show of it. */
  | { kind: 'person'; personId: string; entry?: string | undefined }
  /** The sheet to print of a person. */
  | { kind: 'cover'; personId: string };

/** Reads `#search`, `#search/<query>`, `#promises`, `#person/<id>`, `#person/<id>/<entry>`; undefined for anything else. */
export function readAside(hash: string): AsideRoute | undefined {
  const [kind, first, entry] = hash.replace(/^#/, '').split('/').map(decoded);
  if (kind === 'promises') return { kind };
  if (kind === 'search') return { kind, query: first ?? '' };
  if (kind === 'person' && first) return { kind, personId: first, entry: entry || undefined };
  if (kind === 'cover' && first) return { kind, personId: first };
  return undefined;
}

/** The address of it. */
export function hrefOfAside(route: AsideRoute): string {
  if (route.kind === 'promises') return '#promises';
  const parts =
    route.kind === 'search'
      ? [route.query]
      : [route.personId, route.kind === 'person' ? (route.entry ?? '') : ''];
  return `#${[route.kind, ...parts].map(encodeURIComponent).join('/').replace(/\/+$/, '')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
