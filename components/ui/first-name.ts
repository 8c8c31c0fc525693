/** The first word of a name, where there is room for no more. */
export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
