/*
 * What browsers throw where an extension may store nothing: Firefox in a private window and with "Never remember history"
 * (PLATFORM, part 4), both where site data is blocked by a setting or a policy, and Dexie where there is no IndexedDB at all.
 */
const REFUSED =
  /SecurityError|MissingAPI|did not allow mutations|denied in this context|operation is insecure/;

/** Whether the browser refuses to store anything here, by its words on an opening that failed. */
export function isRefused(detail: string): boolean {
  return REFUSED.test(detail);
}
