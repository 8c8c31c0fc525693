import type { Option } from '../../prep/records/agenda.ts';
import { t } from '../../storage/words.ts';

type Verdict = Exclude<Option['verdict'], 'open'>;
export const VERDICTS: readonly Verdict[] = ['agreed', 'maybe', 'no'];

const verdicts: Record<Verdict, () => string> = {
  agreed: () => t('agendaAgreed'),
  maybe: () => t('agendaMaybe'),
  no: () => t('agendaNo'),
};
export const verdictText = (verdict: Verdict) => verdicts[verdict]();
