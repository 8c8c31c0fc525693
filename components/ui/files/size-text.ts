import { locale } from '../../../storage/words.ts';

/** "3 KB", "2.4 MB": how large a file is, in steps of a thousand bytes. */
export function sizeText(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const amount = bytes < 1_000_000 ? Math.max(1, Math.round(bytes / 1_000)) : bytes / 1_000_000;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(amount);
}
