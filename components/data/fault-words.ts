import { BACKUP_LIMITS, type BackupFault } from '../../prep/backup/faults.ts';
import { t } from '../../storage/words.ts';
import { sizeText } from '../ui/files/size-text.ts';

/** Why a file is refused, and what to do: the two sentences. */
export function backupFaultText(fault: BackupFault): { what: string; how: string } {
  switch (fault.kind) {
    case 'too-large':
      return {
        what: t('data_tooLarge', sizeText(fault.bytes)),
        how: t('data_tooLargeHelp', sizeText(BACKUP_LIMITS.file)),
      };
    case 'swells':
      return { what: t('data_swells', sizeText(BACKUP_LIMITS.unpacked)), how: t('data_trustFile') };
    case 'too-many':
      return { what: t('data_tooMany', fault.count), how: t('data_trustFile') };
    case 'unreadable':
      return { what: t('data_unreadable'), how: t('data_chooseAgain') };
    case 'empty':
      return { what: t('data_emptyFile'), how: t('data_chooseOtherHelp') };
    case 'not-ours':
      return { what: t('data_notOurs'), how: t('data_notOursHelp') };
    case 'newer':
      return { what: t('data_newer'), how: t('data_newerHelp') };
    case 'locked':
      return { what: t('data_isLocked'), how: t('data_isLockedHelp') };
    case 'passphrase':
      return { what: t('data_wrongPassphrase'), how: t('data_wrongPassphraseHelp') };
    case 'lock-unknown':
      return { what: t('data_lockUnknown'), how: t('data_newerHelp') };
    case 'damaged':
      return {
        what: fault.line ? t('data_damagedAt', fault.line) : t('data_damaged'),
        how: t('data_chooseOtherHelp'),
      };
    case 'cut-off':
      return { what: t('data_cutOff'), how: t('data_cutOffHelp') };
  }
}
