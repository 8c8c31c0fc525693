/**
 * How many of a large number of cases are run: all by `npm run test:full`, some by `npm test`, a tenth of those by
 * `npm run check`, which is to be over within a minute.
 * @param all what the product promises to bear
 * @param some a tenth of it unless told
 */
export function portion(all: number, some = all / 10): number {
  if (process.env.PEERSIDE_FULL) return all;
  return Math.ceil(process.env.PEERSIDE_FEW ? some / 10 : some);
}
