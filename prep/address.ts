import { emailKey } from './email-key.ts';
import { pageText } from './page-text.ts';

/** RFC 5321's longest address, in characters. */
const ADDRESS_MAX = 254;

/**
 * An e-mail address from what was typed or pasted: "mei@example.com" also from "Mei Chen <Mei@example.com>", lower case.
 * Only its shape is looked at. @returns undefined when it does not look like one
 */
export function readAddress(typed: string): string | undefined {
  const text = pageText(typed, 1_000);
  const address = emailKey(/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.replace(/^mailto:/i, ''));
  const shape = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/u;
  return address.length <= ADDRESS_MAX && shape.test(address) ? address : undefined;
}
