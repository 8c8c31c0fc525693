import { agreedNext } from '../../prep/agreed-next.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { dayText } from '../ui/dates.ts';

interface UnplannedProps {
  /** The meetings with the peer, newest first. */
  past: readonly Meeting[];
  now: Date;
}

/** In the place of a time, where no meeting is planned: the day that was agreed for the next one, while it is not past. */
export function Unplanned({ past, now }: UnplannedProps) {
  const today = localDay(now);
  const on = agreedNext(past, today);
  return <p class="meta">{on ? t('recapNext', dayText(on, today)) : t('briefNotPlanned')}</p>;
}
