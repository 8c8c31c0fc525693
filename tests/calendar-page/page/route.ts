import { accountNumber, type ViewName } from './state.ts';

/** Where an address leads. */
export type Route =
  | { kind: 'view'; view: ViewName; day?: string }
  | { kind: 'edit'; eventId: string }
  | { kind: 'create'; from?: string }
  | { kind: 'other'; name: string };

const NAMES: Record<string, ViewName> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  agenda: 'schedule',
  customday: 'customday',
  search: 'search',
};

function dayIn(parts: readonly (string | undefined)[]): string | undefined {
  const [year, month, date] = parts;
  if (!year || !month || !date || !/^\d{4}$/.test(year)) return undefined;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Reads an address such as /calendar/u/0/r/week/2026/11/19. */
export function routeOf(pathname: string): Route {
  const [name = 'week', ...rest] = pathname
    .replace(/^\/calendar(\/u\/\d+)?(\/r)?\/?/, '')
    .split('/')
    .filter(Boolean);
  if (name === 'eventedit') {
    if (rest[0] === 'duplicate') return { kind: 'create', from: rest[1] ?? '' };
    return rest[0] ? { kind: 'edit', eventId: rest[0] } : { kind: 'create' };
  }
  const view = NAMES[name];
  if (!view) return { kind: 'other', name };
  const day = dayIn(rest);
  return day ? { kind: 'view', view, day } : { kind: 'view', view };
}

/** The address of a view, without zeros in front, keeping the stand-in's own query. */
export function viewPath(view: ViewName, day: string): string {
  const date = day.split('-').map(Number).join('/');
  return `/calendar/u/${accountNumber}/r/${view === 'schedule' ? 'agenda' : view}/${date}${location.search}`;
}

/** The address of an event's page, or of a new event's. */
export function editPath(eventId?: string): string {
  return `/calendar/u/${accountNumber}/r/eventedit${eventId ? `/${eventId}` : ''}${location.search}`;
}
