import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { type StandInEvent, sampleEvents } from './events.ts';
import { accounts, type MarkupOptions, viewer } from './markup/setting.ts';
import { shellHtml } from './markup/shell.ts';
import { ownZone } from './markup/zone.ts';
import { crowdEvent } from './samples/crowd.ts';
import { clock, DIANE, sampleDay, timed } from './samples/day.ts';
import { longEvent } from './samples/odd.ts';

/** What to send back. */
export interface Answer {
  status: number;
  contentType: string;
  body: string;
}

/** What to show instead of, or on top of, the samples. */
export interface AnswerOptions {
  now?: Date;
  events?: StandInEvent[];
  /** Title of one more event, today at noon. */
  extraTitle?: string;
}

const served = new Map<string, Answer>();

function file(path: string): Answer {
  if (!/^[\w-]+(\/[\w-]+)*\.(ts|css)$/.test(path)) return missing();
  const known = served.get(path);
  if (known) return known;
  try {
    const source = readFileSync(join(import.meta.dirname, path), 'utf8');
    const isScript = path.endsWith('.ts');
    const body = isScript ? stripTypeScriptTypes(source) : source;
    const answer = {
      status: 200,
      contentType: `text/${isScript ? 'javascript' : 'css'}; charset=utf-8`,
      body,
    };
    served.set(path, answer);
    return answer;
  } catch {
    return missing();
  }
}

function missing(): Answer {
  return { status: 404, contentType: 'text/plain; charset=utf-8', body: 'Nothing here.' };
}

function eventsFor(query: URLSearchParams, now: Date, zone: string, options: AnswerOptions): StandInEvent[] {
  const at = sampleDay(now, zone);
  const events = [...(options.events ?? sampleEvents(now, zone))];
  if (query.has('long')) events.push(longEvent(at));
  if (query.has('crowd')) events.push(crowdEvent(at));
  if (options.extraTitle !== undefined) {
    events.push({
      id: 'extratitle1z2x3c',
      calendarId: DIANE,
      kind: 'event',
      title: options.extraTitle,
      ...timed(at, at.today, clock('12:00'), 45),
    });
  }
  return events;
}

/** The second account sees the same calendar as its own. */
function asAccount(events: StandInEvent[], email: string): StandInEvent[] {
  const own = (address: string) => (address === DIANE ? email : address);
  return events.map((event) => ({
    ...event,
    calendarId: own(event.calendarId),
    ...(event.guests && { guests: event.guests.map((guest) => ({ ...guest, email: own(guest.email) })) }),
  }));
}

/** The small calendar in the side of Gmail and Docs: another app, of which nothing is to be read. */
function companion(): Answer {
  const chip = '<div role="button" data-eventid="bm9uZSBkQG0">Diane / Steve</div>';
  const body = `<!doctype html><body><div data-datekey="29043">${chip}</div></body>`;
  return { status: 200, contentType: 'text/html; charset=utf-8', body };
}

function page(url: URL, options: AnswerOptions): Answer {
  const query = url.searchParams;
  const fixed = query.get('now') ?? options.now?.toISOString();
  const now = fixed ? new Date(fixed) : new Date();
  const zone = query.get('tz') ?? ownZone();
  const number = Number(/^\/calendar\/u\/(\d+)/.exec(url.pathname)?.[1] ?? 0);
  const account = accounts[number] ? number : 0;
  const signedIn = accounts[account] ?? viewer;
  const hl = query.get('hl') ?? 'en';
  const density = query.get('density') === 'compact' ? 'compact' : 'comfortable';
  const chipRows = Number(query.get('rows') ?? 5);
  const events = asAccount(eventsFor(query, now, zone, options), signedIn.email);
  const markup: MarkupOptions & { dark: boolean } = {
    now,
    zone,
    hl,
    density,
    chipRows,
    account: signedIn,
    dark: query.has('dark'),
  };
  const data = {
    events,
    zone,
    hl,
    density,
    account,
    chipRows,
    ...(fixed && { now: now.toISOString() }),
  } as const;
  return { status: 200, contentType: 'text/html; charset=utf-8', body: shellHtml(data, markup) };
}

/** Answers a request to https://calendar.google.com as the stand-in calendar would. */
export function answer(url: string, options: AnswerOptions = {}): Answer {
  const parsed = new URL(url);
  if (parsed.pathname.startsWith('/stand-in/')) return file(parsed.pathname.slice('/stand-in/'.length));
  if (/^\/calendar\/u\/\d+\/companion$/.test(parsed.pathname)) return companion();
  if (/^\/calendar(\/|$)/.test(parsed.pathname)) return page(parsed, options);
  return missing();
}
