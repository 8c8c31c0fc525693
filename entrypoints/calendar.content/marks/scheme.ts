/** Light or dark as what stands beside us is, else as the system is. Asks for computed style: not in an observer. */
export function schemeOf(beside: Element): 'light' | 'dark' {
  for (let at: Element | null = beside; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    // The first ground that can be seen, where it is written as rgb().
    if (color.startsWith('rgb') && alpha >= 0.5) return named(3 * red + 6 * green + blue < 1_280);
  }
  return named(matchMedia('(prefers-color-scheme: dark)').matches);
}

const named = (dark: boolean) => (dark ? 'dark' : 'light');
