import type { StandInEvent } from '../events.ts';

const SHORT: readonly (readonly [string, string])[] = [
  ['@gmail.com', '@m'],
  ['@group.calendar.google.com', '@g'],
  ['@group.v.calendar.google.com', '@v'],
  ['@import.calendar.google.com', '@i'],
];

/** Base64 without padding, of the text's UTF-8 bytes. */
export function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/=+$/, '');
}

function shortCalendar(calendarId: string): string {
  const pair = SHORT.find(([long]) => calendarId.endsWith(long));
  return pair ? calendarId.slice(0, -pair[0].length) + pair[1] : calendarId;
}

/** The event's id with its instance suffix, when it has one: what `window.standIn.openEvent` takes. */
export function eventKey(event: StandInEvent): string {
  if (!event.instance || event.id.endsWith(`_${event.instance}`)) return event.id;
  return `${event.id}_${event.instance}`;
}

/** The value of `data-eventid`. */
export function dataEventId(event: StandInEvent): string {
  const payload = base64(`${eventKey(event)} ${shortCalendar(event.calendarId)}`);
  if (event.kind === 'tasks-rollover') return 'tasks_rollover_view';
  if (event.kind === 'task') return `tasks_${event.id}`;
  if (event.kind === 'task-block') return `ttb_${payload}`;
  if (event.kind === 'birthday') return `bday_${payload}`;
  return payload;
}
