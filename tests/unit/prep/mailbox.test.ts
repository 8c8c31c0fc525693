import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailbox } from '../../../prep/mailbox.ts';

test.each([
  ['Steve.Tan@Example.com ', 'steve.tan@example.com'],
  ['steve.tan+cal@example.com', 'steve.tan@example.com'],
  ['s.t.e.v.e+x+y@gmail.com', 'steve@gmail.com'],
  ['st.eve@googlemail.com', 'steve@gmail.com'],
  ['st.eve@mail.gmail.com', 'st.eve@mail.gmail.com'],
  ['+tag@example.com', '+tag@example.com'],
  ['no address', 'no address'],
  ['@example.com', '@example.com'],
  ['', ''],
])('%j leads to %j', (email, box) => expect(mailbox(email)).toBe(box));

test('asked again nothing changes, and two hosts never meet', () => {
  const name = fc.string({ unit: fc.constantFrom(...'ab.+'), minLength: 1, maxLength: 12 });
  const host = fc.constantFrom('gmail.com', 'example.com', 'other.example');
  fc.assert(
    fc.property(name, host, (local, at) => {
      const box = mailbox(`${local}@${at}`);
      expect(mailbox(box)).toBe(box);
      expect(box.endsWith(`@${at}`)).toBe(true);
    }),
  );
});
