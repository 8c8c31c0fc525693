/** The element that a page draws into. A page's script runs as soon as it is there: it may be before the rest of its page. */
export async function pageRoot(): Promise<HTMLElement> {
  if (document.readyState === 'loading') {
    await new Promise((there) => document.addEventListener('readystatechange', there, { once: true }));
  }
  return document.getElementById('app') ?? document.body;
}
