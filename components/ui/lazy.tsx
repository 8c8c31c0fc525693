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
    useEffect(() => {
      if (!known) void preload().then(() => redraw(true));
    }, []);
    const Known = known;
    return Known ? <Known {...props} /> : <Loading />;
  }
  return Object.assign(Lazy, { preload });
}
