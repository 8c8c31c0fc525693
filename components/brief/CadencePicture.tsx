import { standing } from '../../prep/cadence.ts';
import { drawCadence } from '../../prep/cadence-picture.ts';
import type { Cadence } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { fullDay, namesText } from '../ui/dates.ts';

interface CadencePictureProps {
  /** Days of past meetings, oldest first. */
  past: string[];
  /** The day of this meeting, if it is known. */
  meeting: string | null;
  today: string;
  cadence: Cadence | null;
  /** In px; one unit of the drawing is one px, so that it is never scaled. */
  width: number;
  height: number;
}

/** Past meetings as dots on a line of time, the wished band after the last one, this meeting as a ring. */
export function CadencePicture({ past, meeting, today, cadence, width, height }: CadencePictureProps) {
  const drawing = drawCadence(past, meeting, today, cadence, width);
  const middle = height / 2;
  const { idealOn, latestOn } = standing(past.at(-1) ?? null, today, cadence, null);
  const label = [
    t('cadenceMeetings', namesText(drawing.dots.map(({ day }) => fullDay(day)))),
    idealOn && latestOn ? t('cadenceBand', fullDay(idealOn), fullDay(latestOn)) : '',
    meeting ? t('cadenceThis', fullDay(meeting)) : '',
  ];
  return (
    <svg
      class="cad"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label.filter(Boolean).join(' ')}
    >
      {drawing.band && (
        <rect class="band" x={drawing.band.x} y={4} width={drawing.band.width} height={height - 8} rx="3" />
      )}
      <path class="base" d={`M0 ${middle}h${width}`} />
      {drawing.dots.map(({ day, x }) => (
        <circle key={day} class="dot" cx={x} cy={middle} r="3.5" />
      ))}
      {drawing.next !== null && <circle class="next" cx={drawing.next} cy={middle} r="4" />}
    </svg>
  );
}
