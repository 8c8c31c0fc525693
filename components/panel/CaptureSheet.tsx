import { useEffect, useState } from 'preact/hooks';
import { Loading } from '../ui/States.tsx';

interface CaptureSheetProps {
  onDone: () => void;
  /** Whom a thought is about unless it names somebody. */
  personIds?: string[] | undefined;
}

type Capture = typeof import('../capture/Capture.tsx')['Capture'];

/** Capture inside the panel, loaded on first use. */
export function CaptureSheet({ onDone, personIds }: CaptureSheetProps) {
  const [Loaded, setLoaded] = useState<{ Capture: Capture }>();
  useEffect(() => {
    void import('../capture/Capture.tsx').then(setLoaded);
  }, []);
  return Loaded ? <Loaded.Capture onDone={onDone} personIds={personIds} /> : <Loading />;
}
