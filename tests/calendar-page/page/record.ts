/** What reached the page: keys it heard, clicks it handled or saw, and errors on it. */
export const heard: { keys: string[]; clicks: string[]; errors: string[] } = {
  keys: [],
  clicks: [],
  errors: [],
};

/** Notes one thing that reached the page. */
export function record(list: keyof typeof heard, what: string): void {
  heard[list].push(what);
}

/** Notes the errors of the page. */
export function listenForErrors(): void {
  window.addEventListener('error', (event) => record('errors', event.message));
  window.addEventListener('unhandledrejection', (event) => record('errors', String(event.reason)));
}
