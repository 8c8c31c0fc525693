import { t } from '../../storage/words.ts';

/** How far the rewriting of what is stored is. */
export function RewriteLine({ step }: { step: { done: number; total: number } }) {
  return (
    <p role="status">
      {t('lock_rewriting')}{' '}
      <progress aria-label={t('lock_rewriting')} value={step.done} max={Math.max(1, step.total)} />
    </p>
  );
}
