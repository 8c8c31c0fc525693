import { databaseTrouble } from '../../storage/db-trouble.ts';
import { isRefused } from '../../storage/open-trouble.ts';
import { t } from '../../storage/words.ts';
import { RescueButton } from '../data/RescueButton.tsx';
import { Icon } from './Icon.tsx';

const troubleWords = {
  blocked: ['uiBlocked', 'uiBlockedHelp'],
  outdated: ['uiOutdated', 'uiOutdatedHelp'],
  newer: ['data_newerHere', 'data_newerHereHelp'],
  refused: ['cover_refused', 'cover_refusedHelp'],
  failed: ['uiFailed', 'uiFailedHelp'],
} as const;

/** What went wrong with reading, what is safe, and what to do. */
export function Failure({ error }: { error: unknown }) {
  const detail = databaseTrouble()?.detail ?? (error instanceof Error ? error.message : '');
  const known = databaseTrouble()?.kind ?? 'failed';
  const kind = known === 'failed' && isRefused(detail) ? 'refused' : known;
  const [heading, help] = troubleWords[kind];
  return (
    <div class="banner danger" role="alert">
      <Icon name="warning" />
      <h3>{t(heading)}</h3>
      <p>{t(help)}</p>
      <p class="meta">{detail}</p>
      <div class="acts">
        <button type="button" class="btn" onClick={() => location.reload()}>
          {t('uiReload')}
        </button>
        {(kind === 'failed' || kind === 'newer') && <RescueButton />}
      </div>
    </div>
  );
}
