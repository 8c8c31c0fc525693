import { useEffect, useState } from 'preact/hooks';

export const SECTIONS = ['question-sets', 'agendas', 'people', 'calendar', 'data', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where in the options: a section, and a set or a person of it (`new` for one to be added). */
export interface Route {
  section: Section;
  id?: string | undefined;
}

/** Reads `#people`, `#person/<id>`, `#question-sets/<id>`, …; anything else is the question sets. */
export function readRoute(hash: string): Route {
  const [name = '', ...rest] = hash.replace(/^#/, '').split('/');
  let id: string | undefined;
  try {
    id = decodeURIComponent(rest.join('/')) || undefined;
  } catch {
    id = undefined;
  }
  if (name === 'person') return { section: 'people', id };
  const section = SECTIONS.find((one) => one === name);
  return section ? { section, id } : { section: 'question-sets' };
}

/** The address of a route in the page. */
export function hrefOf({ section, id }: Route): string {
  if (id === undefined || id === '') return `#${section}`;
  return `#${section === 'people' ? 'person' : section}/${encodeURIComponent(id)}`;
}

/** The route of this page, kept in its address, so that back, forward and links work. */
export function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(readRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = (to: Route) => {
    location.hash = hrefOf(to);
    setRoute(to);
  };
  return [route, go];
}
