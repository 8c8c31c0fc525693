import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Hit } from '../../storage/search.ts';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { type AsideRoute, hrefOfAside, readAside } from './aside-route.ts';
import type { Target } from './target.ts';
import { giveFocusBack } from './way-back.ts';

const SearchPage = lazy(async () => (await import('../search/SearchPage.tsx')).SearchPage, Loading);
const PersonPage = lazy(async () => (await import('../person/PersonPage.tsx')).PersonPage, Loading);

const PromisesPage = lazy(async () => (await import('../overview/PromisesPage.tsx')).PromisesPage, Loading);
const CoverPage = lazy(async () => (await import('../person/CoverPage.tsx')).CoverPage, Loading);

/** Fetches the code of search; for a page that opens on it, and ahead of its first use. */
export const preloadSearch = () => SearchPage.preload();
if (location.hash.startsWith('#search')) void preloadSearch();

interface AsidePageProps {
  hash: string;
  /** Leaves for a brief, or for Today. */
  onOpen: (target: Target | undefined) => void;
}

/** Search or a person, in the panel's place until one goes back; loaded on first use. */
export function AsidePage({ hash, onOpen }: AsidePageProps): ComponentChildren {
  const route = readAside(hash);
  useEffect(() => giveFocusBack, []);
  // The history of this panel; a tab that was opened on it has none.
  const back = () => (history.length > 1 ? history.back() : leave());
  if (route?.kind === 'promises') return <PromisesPage onBack={back} />;
  if (route?.kind === 'search') {
    return (
      <SearchPage
        first={route.query}
        onBack={back}
        onOpen={(hit, query) => {
          history.replaceState(null, '', hrefOfAside({ kind: 'search', query }));
          const place = placeOf(hit);
          if (place.kind === 'person') location.hash = hrefOfAside(place);
          else {
            onOpen(place.kind === 'today' ? undefined : place);
            leave();
          }
        }}
      />
    );
  }
  if (route?.kind === 'person') {
    return (
      <PersonPage
        key={`${route.personId} ${route.entry}`}
        personId={route.personId}
        entry={route.entry}
        onBack={back}
        onMeeting={(meetingId) => {
          onOpen({ kind: 'meeting', meetingId });
          leave();
        }}
        onLogged={(meetingId) => {
          onOpen({ kind: 'meeting', meetingId, closing: true });
          leave();
        }}
      />
    );
  }
  if (route?.kind === 'cover') return <CoverPage personId={route.personId} onBack={back} />;
  return null;
}

function leave(): void {
  location.hash = '';
}

/** Where a record is at home: a meeting's note in its brief, what waits in the inbox on Today, all else with its person. */
function placeOf(hit: Hit): Extract<AsideRoute, { kind: 'person' }> | Target | { kind: 'today' } {
  switch (hit.table) {
    case 'people':
      return { kind: 'person', personId: hit.row.id };
    case 'captures':
      return { kind: 'today' };
    case 'askings':
    case 'facts':
      return { kind: 'person', personId: hit.row.personId, entry: hit.row.id };
    case 'notes':
      if (hit.row.meetingId) return { kind: 'meeting', meetingId: hit.row.meetingId };
  }
  const [personId] = hit.row.personIds;
  return personId === undefined ? { kind: 'today' } : { kind: 'person', personId, entry: hit.row.id };
}
