import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel.tsx';
import type { CalendarEvent } from '../../../prep/calendar-event.ts';
import { ensureBuiltInSets } from '../../../storage/built-in-sets.ts';
import type { CurrentEvent } from '../../../storage/current-event.ts';
import { db } from '../../../storage/db.ts';
import { addSamplePeople } from '../../../storage/sample.ts';
import { anEvent } from '../../fixtures/records.ts';
// Fetched on first use by the panel: here ahead, so that the first test of a file does not wait for them to be compiled.
import '../../../components/panel/BriefPage.tsx';
import '../../../components/panel/TodayPage.tsx';
import '../../../storage/keep-meeting.ts';

/** The moment of every test here: Thursday 19 November 2026, 13:48, twelve minutes before the meeting. */
export const NOW = new Date(2026, 10, 19, 13, 48);
export const STEVE = 'sample:person:steve.tan';
export const ANA = 'sample:person:ana.lima';
export const PEDRO = 'sample:person:pedro.costa';

/** Sample people, built-in questions, and the clock begins at `NOW`; timers are the real ones. */
export async function sampleDay(): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW, shouldAdvanceTime: true, advanceTimeDelta: 1 });
  await Promise.all(db.tables.map((table) => table.clear()));
  await ensureBuiltInSets();
  await addSamplePeople(NOW);
}

export function atTwo(change: Partial<CalendarEvent> = {}): CalendarEvent {
  const start = new Date(2026, 10, 19, 14).toISOString();
  const end = new Date(2026, 10, 19, 14, 30).toISOString();
  return anEvent({ title: 'Diane / Steve', day: '2026-11-19', start, end, ...change });
}

export function current(change: Partial<CurrentEvent> = {}): CurrentEvent {
  return { event: atTwo(), personIds: [STEVE], at: new Date().toISOString(), open: true, ...change };
}

/** The panel on an event, drawn; `follow` hands it a newer one, as the calendar page does. */
export async function openPanel(on: CurrentEvent | undefined = current()) {
  let tell: (next: CurrentEvent) => void = () => {};
  const user = userEvent.setup();
  const listen = (listener: typeof tell) => {
    tell = listener;
  };
  const view = render(<Panel current={on} onCurrent={listen} />);
  if (on) await screen.findByRole('heading', { level: 1 });
  return { ...view, user, follow: (next: CurrentEvent) => tell(next) };
}

/** A section of the brief by its heading, and the texts of its rows. */
export function section(name: RegExp | string) {
  const region = () => screen.getByRole('region', { name });
  const ticks = () => within(region()).queryAllByRole<HTMLInputElement>('checkbox');
  return {
    region,
    ticks,
    rows: () => within(region()).queryAllByRole('listitem'),
    texts: () => ticks().map((tick) => tick.closest('li')?.querySelector('bdi:not([title])')?.textContent),
    row: (text: string) => within(region()).getByText(text).closest('li') as HTMLElement,
    tick: (name: RegExp) => within(region()).getByRole<HTMLInputElement>('checkbox', { name }),
    button: (name: RegExp | string) => within(region()).getByRole('button', { name }),
  };
}
