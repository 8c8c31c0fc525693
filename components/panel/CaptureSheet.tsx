import type { ComponentProps } from 'preact';
import { t } from '../../storage/words.ts';
import { lazy } from '../ui/lazy.tsx';

const Capture = lazy(async () => (await import('../capture/Capture.tsx')).Capture);

/** Capture inside the panel, loaded on first use. */
export function CaptureSheet(props: ComponentProps<typeof Capture>) {
  return (
    <section aria-label={t('panelCapture')}>
      <Capture {...props} />
    </section>
  );
}
