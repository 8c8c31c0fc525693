type Granted = (lock: { name: string } | null) => unknown;

/**
 * The browser's lock manager, as far as our code asks of it: exclusive locks that are taken if nobody has them, held until
 * what the callback returns has settled (Web Locks). Happy DOM has none, and Node's own keeps what a test before left.
 */
export function fakeLocks() {
  let held = new Set<string>();
  return {
    /** As if every page had died. */
    reset() {
      held = new Set();
    },
    async request(
      name: string,
      { ifAvailable }: { ifAvailable: boolean },
      granted: Granted,
    ): Promise<unknown> {
      if (!ifAvailable) throw new Error('only what is asked for with ifAvailable is played here');
      // The answer comes later, as from another process.
      await null;
      if (held.has(name)) return granted(null);
      const own = held;
      own.add(name);
      try {
        return await granted({ name });
      } finally {
        own.delete(name);
      }
    },
  };
}
