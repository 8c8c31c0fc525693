import { expect, test } from 'vitest';
import { unlock } from '../../../storage/backup/crypto.ts';
import { isLocked } from '../../../storage/backup/envelope.ts';
import { isSealed } from '../../../storage/backup/sealed.ts';

/* Files as they lie on people's disks: whatever is changed in the code, they open. */
const PASSPHRASE = 'Nestará zde';
const FILES = {
  'locked with a passphrase':
    'UEVFUlNJREUBAQAJJ8ASs8xOcxRomyM6Rbu32vnAaJjk6Xb7zbT+7E5e5aeXdYu5ag4TJj2av4bMYMOmelMHOHKFn8NoWcBF' +
    'prSKKD7yVcz83/qRPF9u67I44ZxCOA==',
  'made by itself under a lock':
    'UEVFUlNJREUBAgAJJ8CrXADozE+Gu1TE9TbFBGVnDQW1Xo85IZV4MdMiXbYHzlhUrR9sJtJL9Qv06kzExyiChTs6CUR99OIl' +
    '180GqTNcqMSO6gA30iyqhcJjVzkYWN+rRS1i3bnl7lKAhEOcAbtTK4iL2IyudWM/L1FGVmroWhYgHvIKVA6YHMWKMWpBXzs9' +
    '0VUuzc+LDTXBZQS4Y/A82bLlE9DKLK0ssjo=',
};
const bytesOf = (name: keyof typeof FILES) => Uint8Array.from(Buffer.from(FILES[name], 'base64'));
const names = Object.keys(FILES) as (keyof typeof FILES)[];

test.each(names)('a file %s opens with its passphrase', async (name) => {
  const bytes = bytesOf(name);
  expect([isLocked(bytes), isSealed(bytes)]).toEqual([true, name !== 'locked with a passphrase']);
  expect(await (await unlock(new Blob([bytes]), PASSPHRASE)).text()).toBe('Peerside');
  await expect(unlock(new Blob([bytes]), 'another passphrase')).rejects.toMatchObject({
    fault: { kind: 'passphrase' },
  });
});

test.each(names)(
  'a byte of a file %s that is another one is damage, not a wrong passphrase',
  async (name) => {
    const bytes = bytesOf(name);
    for (const at of [14, 40, bytes.length - 17, bytes.length - 1]) {
      const spoilt = bytes.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      await expect(unlock(new Blob([spoilt]), PASSPHRASE)).rejects.toMatchObject({
        fault: { kind: 'damaged' },
      });
    }
  },
);
