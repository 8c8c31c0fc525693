import { useEffect, useRef, useState } from 'preact/hooks';

/** How far something long is; total 0: not known yet. */
export interface Step {
  done: number;
  total: number;
}

type Work<T> = (tools: {
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
}) => Promise<T>;

export interface Job {
  /** While it runs. */
  step: Step | undefined;
  /** Runs one at a time; undefined when it was cancelled. @throws what the work throws */
  run: <T>(work: Work<T>) => Promise<T | undefined>;
  cancel: () => void;
}

/** Something that takes a while, tells how far it is and can be cancelled; it is cancelled too when the page goes away. */
export function useJob(): Job {
  const [step, setStep] = useState<Step>();
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const run = async <T>(work: Work<T>): Promise<T | undefined> => {
    const mine = new AbortController();
    stop.current?.abort();
    stop.current = mine;
    setStep({ done: 0, total: 0 });
    try {
      return await work({
        signal: mine.signal,
        progress: (done, total) => !mine.signal.aborted && setStep({ done, total }),
      });
    } catch (error) {
      if (mine.signal.aborted) return undefined;
      throw error;
    } finally {
      if (stop.current === mine) setStep(undefined);
    }
  };
  return { step, run, cancel: () => stop.current?.abort() };
}
