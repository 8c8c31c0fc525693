import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Week } from '../../../components/today/Week.tsx';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { anEvent } from '../../fixtures/records.ts';
import { expectAccessible } from '../../setup/components.ts';

const NOW = new Date(2026, 10, 19, 13, 48);

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('the days that follow, by day and hour, each to be prepared', async () => {
  const { id } = await addPerson(personDraft('Noor Haddad'));
  const start = new Date(2026, 10, 20, 9).toISOString();
  const kept = await keepMeeting(
    anEvent({ key: 'a', title: 'Noor / Diane', day: '2026-11-20', start }),
    [id],
    'spotted',
  );
  await keepMeeting(
    anEvent({ key: 'b', title: 'Some time', day: '2026-11-21', start: null, end: null }),
    [id],
    'spotted',
  );
  const onPrepare = vi.fn();
  const { container } = render(
    <section>
      <h2>Meetings</h2>
      <Week now={NOW} onPrepare={onPrepare} />
    </section>,
  );
  expect(await screen.findByRole('heading', { name: 'The next days' })).toBeDefined();
  const rows = screen.getAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('time')?.textContent)).toEqual(['Fri 20 9:00', 'Sat 21']);
  expect(rows[0]?.textContent).toContain('Noor / Diane');
  await userEvent.click(screen.getAllByRole('button', { name: /Noor Haddad/ })[0]!);
  expect(onPrepare).toHaveBeenCalledWith(kept.id);
  await expectAccessible(container);
});

test('nothing is drawn while nothing is planned', async () => {
  const { container } = render(<Week now={NOW} onPrepare={() => {}} />);
  await new Promise((next) => setTimeout(next, 50));
  expect(container.textContent).toBe('');
});
