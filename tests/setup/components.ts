import { cleanup } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect } from 'vitest';

afterEach(cleanup);

/** Fails with each problem that axe finds in a part of the page; colours are measured by the tokens' own check. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}
