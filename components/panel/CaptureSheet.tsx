import type { ComponentProps } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';

const Capture = lazy(async () => (await import('../capture/Capture.tsx')).Capture, Loading);

/** Capture inside the panel, loaded on first use. Closed, it gives the focus back to what opened it. */
export function CaptureSheet(props: ComponentProps<typeof Capture>) {
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    return () => {
      if (sheet.current?.contains(document.activeElement)) opener?.focus();
    };
  }, []);
  return (
    <section ref={sheet} aria-label={t('panelCapture')}>
      <Capture {...props} />
    </section>
  );
}
