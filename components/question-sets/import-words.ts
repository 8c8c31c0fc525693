import { FILE_LIMITS, type FileFault, type FileProblem } from '../../prep/question-file.ts';
import { locale, t } from '../../storage/words.ts';
import { sizeText } from '../ui/files/size-text.ts';

const number = (n: number) => n.toLocaleString(locale());

/** Why a file is refused, and what to do: the two sentences. */
export function faultText(fault: FileFault): { what: string; how: string } {
  switch (fault.kind) {
    case 'too-large':
      return {
        what: t('setsTooLarge', sizeText(fault.bytes)),
        how: t('setsTooLargeHelp', sizeText(FILE_LIMITS.bytes)),
      };
    case 'unreadable':
      return { what: t('setsUnreadable'), how: t('setsUnreadableHelp') };
    case 'empty':
      return { what: t('setsEmptyFile'), how: t('setsEmptyFileHelp') };
    case 'not-json':
      return { what: t('setsNotJson', number(fault.line)), how: t('setsNotJsonHelp') };
    case 'not-ours':
      return {
        what: t('setsNotOurs'),
        how: fault.found ? t('setsNotOursFound', fault.found) : t('setsNotOursHelp'),
      };
    case 'newer':
      return { what: t('setsNewer', fault.found || '?'), how: t('setsNewerHelp') };
    case 'no-sets':
      return { what: t('setsNoSetsInFile'), how: t('setsNoSetsInFileHelp') };
    case 'too-many-sets':
      return {
        what: t('setsTooManySets', number(fault.count)),
        how: t('setsTooManyHelp', number(FILE_LIMITS.sets), number(FILE_LIMITS.questions)),
      };
    case 'too-many-questions':
      return {
        what: t('setsTooManyQuestions', number(fault.count)),
        how: t('setsTooManyHelp', number(FILE_LIMITS.sets), number(FILE_LIMITS.questions)),
      };
  }
}

const reasons = {
  empty: 'setsWhyEmpty',
  'too-long': 'setsWhyTooLong',
  trust: 'setsWhyTrust',
  goal: 'setsWhyGoal',
  phase: 'setsWhyPhase',
  when: 'setsWhyWhen',
  'not-text': 'setsWhyNotText',
  shape: 'setsWhyShape',
  'no-title': 'setsWhyNoTitle',
  questions: 'setsWhyQuestions',
} as const;

/** What to put in place of a value that cannot be taken. */
export function reasonText(why: FileProblem['why']): string {
  return t(reasons[why]);
}
