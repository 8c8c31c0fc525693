import { afterEach, beforeEach, vi } from 'vitest';
import { sampleDay } from '../brief/open.tsx';
// Fetched on first use: here ahead, so that the first test does not wait for it to be compiled.
import '../../../components/person/PersonPage.tsx';

/** Each test begins on the day of the sample, on no page of its own. */
export function beginsOnSampleDay(): void {
  beforeEach(async () => {
    await sampleDay();
    location.hash = '';
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    location.hash = '';
  });
}
