import { useState } from 'preact/hooks';
import { version } from '../../storage/about.ts';
import {
  isReaderBroken,
  type OpenReport,
  type ReaderReport as Report,
  reportText,
  type ViewReport,
} from '../../storage/reader-report.ts';
import { locale, plural, t, type Word } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import shared from './options.module.css';
import styles from './ReaderReport.module.css';

const NAMES: Record<string, Word> = {
  DAY: 'readerDay',
  WEEK: 'readerWeek',
  MONTH: 'readerMonth',
  YEAR: 'readerYear',
  AGENDA: 'readerSchedule',
  SCHEDULE: 'readerSchedule',
  SEARCH: 'readerSearch',
  CUSTOM_DAYS: 'readerCustomDays',
  CUSTOM_WEEKS: 'readerCustomWeeks',
};

interface ReaderReportProps {
  /** undefined: no calendar was read since the browser started. */
  report: Report | undefined;
  copy?: (text: string) => Promise<void>;
}

/** What the reader last found on the calendar page, in numbers, and a copy of it without names or addresses. */
export function ReaderReport({
  report,
  copy = (text) => navigator.clipboard.writeText(text),
}: ReaderReportProps) {
  const [said, setSaid] = useState('');
  const copyReport = (found: Report) =>
    copy(reportText(found, version())).then(
      () => setSaid(t('readerCopied')),
      () => setSaid(t('readerNotCopied')),
    );
  return (
    <section class={shared.block} aria-labelledby="reader">
      <h2 id="reader">{t('readerTitle')}</h2>
      <p>{t('readerHelp')}</p>
      {report ? (
        <>
          {isReaderBroken(report) && (
            <div class={`banner ${styles.broken}`}>
              <Icon name="warning" />
              <p>{t('readerBroken')}</p>
              <p>{t('readerWhatToDo')}</p>
            </div>
          )}
          <ul class={shared.plainList}>
            {lines(report).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {Object.keys(report.views).length > 0 && <Views views={report.views} />}
          <p class={styles.acts}>
            <button type="button" class="btn" onClick={() => void copyReport(report)}>
              {t('readerCopy')}
            </button>
            <output>{said}</output>
          </p>
        </>
      ) : (
        <p class="meta">{t('readerNothing')}</p>
      )}
    </section>
  );
}

function lines({ account, zone, bubble, page }: Report): string[] {
  return [
    t(account ? 'readerAccount' : 'readerNoAccount'),
    t(zone ? 'readerZone' : 'readerNoZone'),
    bubble ? t('readerBubble', openText(bubble)) : t('readerNoBubble'),
    page ? t('readerPage', openText(page)) : t('readerNoPage'),
  ];
}

function openText({ at, title, guests, complete }: OpenReport): string {
  const list = guests === null ? t('readerNoGuests') : plural('readerGuests', guests);
  const whole = guests !== null && !complete ? [t('readerNotAll')] : [];
  return [when(at), ...(title ? [] : [t('readerNoTitle')]), list, ...whole].join(', ');
}

function when(at: string): string {
  return new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}

function Views({ views }: { views: Record<string, ViewReport> }) {
  return (
    // A narrow window scrolls the table alone; with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class={styles.scroll} tabIndex={0} aria-label={t('readerViews')}>
      <table>
        <thead>
          <tr>
            {(
              [
                'readerView',
                'readerWhen',
                'readerDrawn',
                'readerUnderstood',
                'readerEvents',
                'readerDated',
                'readerTimed',
                'readerPeople',
              ] as const
            ).map((word) => (
              <th key={word} scope="col">
                {t(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(views).map(([name, view]) => (
            <tr key={name}>
              <th scope="row">{t(NAMES[name] ?? 'readerOther')}</th>
              <td>{when(view.at)}</td>
              <td>{Math.max(view.signs, view.chips)}</td>
              <td>{view.known}</td>
              <td>{view.events}</td>
              <td>{view.dated}</td>
              <td>{view.timed}</td>
              <td>{view.people}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
