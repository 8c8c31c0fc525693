import { useState } from 'preact/hooks';
import { takeSnapshot } from '../../storage/snapshots.ts';
import { followUpdate, updateNow } from '../../storage/update.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useFollowed } from '../ui/useFollowed.ts';

interface UpdateNoticeProps {
  /** Lets the newer version in. */
  onUpdate?: () => Promise<void>;
}

const update = () => updateNow(() => takeSnapshot('update'));

/** Says that a newer version waits until no window is open, and lets it in at once when that is wished; nothing while none waits. */
export function UpdateNotice({ onUpdate = update }: UpdateNoticeProps) {
  const waits = useFollowed(followUpdate, false);
  const [busy, setBusy] = useState(false);
  if (!waits) return null;
  return (
    <div class="banner info" role="status">
      <Icon name="info" />
      <p>{t('data_updateReady')}</p>
      <div class="acts">
        <button
          type="button"
          class="btn small"
          aria-disabled={busy}
          onClick={() => {
            if (busy) return;
            setBusy(true);
            onUpdate().catch((error: unknown) => {
              console.error('peerside: not updated', error);
              setBusy(false);
            });
          }}
        >
          {t(busy ? 'data_updating' : 'data_updateNow')}
        </button>
      </div>
    </div>
  );
}
