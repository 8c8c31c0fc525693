import { useEffect, useState } from 'preact/hooks';
import { type CadenceInput, drawCadence } from '../../prep/cadence-picture.ts';

interface CadencePictureProps extends CadenceInput {
  /** In px, as the width; one unit of the drawing is one px, so that it is never scaled. */
  height: number;
}

/**
 * Past meetings as dots on a line of time, the wished band after the last one, this meeting as a ring. Nothing
 * for a first meeting. Its label, which comes after the first drawing, says all of it in words.
 */
export function CadencePicture({ height, ...input }: CadencePictureProps) {
  const { width } = input;
  const label = useLabel();
  const drawing = drawCadence(input);
  if (drawing.dots.length === 0) return null;
  const { dots, band, next } = drawing;
  const middle = height / 2;
  return (
    <svg
      class="cad"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label?.(input, drawing)}
      aria-hidden={!label}
    >
      {band && <rect class="band" x={band.x} y="4" width={band.width} height={height - 8} rx="3" />}
      <path class="base" d={`M0 ${middle}h${width}`} />
      {dots.map(({ day, x }) => (
        <circle key={day} class="dot" cx={x} cy={middle} r="3.5" />
      ))}
      {next && <circle class="next" cx={next.x} cy={middle} r="4" />}
    </svg>
  );
}

type Label = typeof import('./cadence-label.ts').cadenceLabel;

/** What writes the label, once it is there. */
function useLabel(): Label | undefined {
  const [label, setLabel] = useState<Label>();
  useEffect(() => {
    import('./cadence-label.ts').then(({ cadenceLabel }) => setLabel(() => cadenceLabel), console.error);
  }, []);
  return label;
}
