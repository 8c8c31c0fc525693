import { render, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { CadencePicture } from '../../components/brief/CadencePicture.tsx';
import { expectAccessible } from '../setup/components.ts';

const picture = {
  past: ['2026-10-29', '2026-08-20', '2026-09-10', '2026-09-24', '2026-10-08'],
  meeting: '2026-11-19',
  today: '2026-11-19',
  cadence: { ideal: 14, latest: 28 },
  width: 176,
  height: 24,
};

describe('the cadence picture', () => {
  test('says all of it in words', async () => {
    const { container } = render(<CadencePicture {...picture} />);
    expect((await screen.findByRole('img')).getAttribute('aria-label')).toBe(
      'Last 5 meetings: 20 August, 10 September, 24 September, 8 October and 29 October. ' +
        'You aim for every 2 weeks, every 4 weeks at the latest: between 12 November and 26 November. ' +
        'This meeting, 19 November, is within that time.',
    );
    await expectAccessible(container);
  });

  test('a dot for each meeting, a ring for this one, a band for the time between, at the width in px', async () => {
    render(<CadencePicture {...picture} />);
    const svg = await screen.findByRole('img');
    expect(svg.querySelectorAll('.dot')).toHaveLength(5);
    expect(svg.querySelectorAll('.next')).toHaveLength(1);
    expect(svg.querySelectorAll('.band')).toHaveLength(1);
    expect([svg.getAttribute('width'), svg.getAttribute('viewBox')]).toEqual(['176', '0 0 176 24']);
    const x = (name: string) => Number(svg.querySelector(name)?.getAttribute(name === '.band' ? 'x' : 'cx'));
    expect(x('.next')).toBeGreaterThan(x('.band'));
    expect(x('.band')).toBeGreaterThan(x('.dot:nth-of-type(5)'));
  });

  test.each([
    [{ meeting: '2026-11-05' }, 'This meeting, 5 November, is sooner.'],
    [{ meeting: '2026-12-10' }, 'This meeting, 10 December, is later.'],
    [{ meeting: '2027-01-10' }, 'This meeting, 10 January 2027, is later.'],
    [{ cadence: null }, '29 October. This meeting: 19 November.'],
    [{ meeting: null, cadence: null, past: ['2026-10-29'] }, /^Last meeting: 29 October\.$/],
    [{ cadence: { ideal: 10, latest: 10 } }, 'You aim for every 10 days: on 8 November.'],
    [{ cadence: { ideal: 7, latest: 14 } }, 'You aim for every week, every 2 weeks at the latest'],
  ])('%j: %s', async (change, expected) => {
    render(<CadencePicture {...picture} {...change} />);
    const label = (await screen.findByRole('img')).getAttribute('aria-label') ?? '';
    if (typeof expected === 'string') expect(label).toContain(expected);
    else expect(label).toMatch(expected);
  });

  test('there is no picture of a first meeting', () => {
    const { container } = render(<CadencePicture {...picture} past={[]} />);
    expect(container.innerHTML).toBe('');
  });
});
