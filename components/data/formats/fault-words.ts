import { FILE_BYTES } from '../../../prep/formats/limits.ts';
import type { FileFault } from '../../../storage/formats/faults.ts';
import { locale, t } from '../../../storage/words.ts';
import { sizeText } from '../../ui/files/size-text.ts';

/** Why a file is refused, and what to do: the two sentences; `broken` is what nobody foresaw. */
export function faultText(fault: FileFault | { kind: 'broken' }): { what: string; how: string } {
  switch (fault.kind) {
    case 'too-large':
      return {
        what: t('format_tooLarge', sizeText(fault.bytes)),
        how: t('format_tooLargeHelp', sizeText(FILE_BYTES)),
      };
    case 'unreadable':
      return { what: t('format_unreadable'), how: t('format_unreadableHelp') };
    case 'empty':
      return { what: t('format_empty'), how: t('format_emptyHelp') };
    case 'packed':
      return { what: t('format_packed'), how: t('format_packedHelp') };
    case 'binary':
      return { what: t('format_binary'), how: t('format_binaryHelp') };
    case 'calendar':
      return { what: t('format_isCalendar'), how: t('format_isCalendarHelp') };
    case 'not-calendar':
      return { what: t('format_notCalendar'), how: t('format_notCalendarHelp') };
    case 'quotes':
      return { what: t('format_quotes', number(fault.row)), how: t('format_quotesHelp') };
    case 'too-many':
      return { what: t('format_tooMany', number(fault.most)), how: t('format_tooManyHelp') };
    case 'nobody':
      return { what: t('format_nobody'), how: t('format_nobodyHelp') };
    case 'no-events':
      return { what: t('format_noEvents'), how: t('format_noEventsHelp') };
    case 'broken':
      return { what: t('format_broken'), how: t('format_brokenHelp') };
  }
}

export const number = (n: number) => n.toLocaleString(locale());
