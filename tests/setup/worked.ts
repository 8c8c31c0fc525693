/** What this thread has worked, in milliseconds: unlike a clock it stands still while the thread waits for others. */
export function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
