import { lazy } from '../ui/lazy.tsx';

/** Capture inside the panel, loaded on first use. */
export const CaptureSheet = lazy(async () => (await import('../capture/Capture.tsx')).Capture);
