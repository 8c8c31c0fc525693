import { useEffect, useState } from 'preact/hooks';

/** false in the first drawing, true from its paint on: for what cannot be seen or pressed in the first moment. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return painted;
}
