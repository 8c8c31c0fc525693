import { useEffect, useState } from 'preact/hooks';
import { onReaderReport, type ReaderReport, readReaderReport } from '../../storage/reader-report.ts';

/** What the reader of the calendar page last found, up to date; undefined before anything was read. */
export function useReaderReport(): ReaderReport | undefined {
  const [report, setReport] = useState<ReaderReport>();
  useEffect(() => {
    const stop = new AbortController();
    onReaderReport(setReport, stop.signal);
    readReaderReport().then((stored) => setReport((newer) => newer ?? stored), console.error);
    return () => stop.abort();
  }, []);
  return report;
}
