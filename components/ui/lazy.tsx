import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading } from './States.tsx';

/** A component whose code is fetched from the extension when it is first drawn; `preload()` fetches it ahead. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>) {
  let known: ComponentType<P> | undefined;
  const preload = async () => {
    known ??= await load();
  };
  function Lazy(props: P) {
    const [, redraw] = useState(false);
    const Known = known;
    useEffect(() => {
      // As it was drawn: it may have come since.
      if (!Known) void preload().then(() => redraw(true));
    }, []);
    return Known ? <Known {...props} /> : <Loading />;
  }
  return Object.assign(Lazy, { preload });
}
