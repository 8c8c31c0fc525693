/** Whether a computed `rgb()` or `rgba()` is a dark colour; undefined for a see-through one, or one written otherwise. */
function isDark(color: string): boolean | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith('rgb') || alpha < 0.5) return undefined;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128;
}

/** Light or dark as what stands beside us is, else as the system is. Asks for computed style: not in an observer. */
export function schemeOf(beside: Element): 'light' | 'dark' {
  for (let at: Element | null = beside; at; at = at.parentElement) {
    const dark = isDark(getComputedStyle(at).backgroundColor);
    if (dark !== undefined) return dark ? 'dark' : 'light';
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
