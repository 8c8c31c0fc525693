/**
 * A text on one line as Markdown that shows it as it is: nothing in it is a heading, a list, a link, a tag, HTML or a
 * formula, and no program fetches anything for it.
 */
export function plainLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]()<>|~$]/g, '\\$&')
    .replace(/(?<=:)(?=:)/g, '\\')
    .replace(/%%/g, '\\%\\%')
    .replace(/(^|\s)#/g, '$1\\#')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+]/, '\\$&');
}

/**
 * A text that the user wrote, perhaps in Markdown, so that it can stand below a heading: what would fetch an image, run a
 * plug-in's query or be read as HTML shows as it is, and its own headings come below ours.
 */
export function ownText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/</g, '\\<')
    .replace(/!(?=\[)/g, '!\\')
    .replace(/%%/g, '\\%\\%')
    .split('\n')
    .map((line) =>
      line
        .replace(/^(\s*(?:>\s*)*(?:[-+*]\s+)*)(`{3,}|~{3,})/, '$1\\$2')
        .replace(/`(?=(?:=|\$=|dv:))/g, '\\`')
        .replace(/^(#{1,6})(?=\s)/, (marks) => '#'.repeat(Math.min(6, marks.length + 3)))
        .replace(/^(\s*)(-{3,}|={3,})\s*$/, '$1\\$2'),
    )
    .join('\n');
}

/** A value of front matter, always in double quotes: JSON's strings are YAML's. */
export function yamlText(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Front matter as Obsidian reads it: texts, lists of texts; empty ones are left out. */
export function frontMatter(values: Readonly<Record<string, string | readonly string[]>>): string {
  const lines = Object.entries(values).flatMap(([key, value]) => {
    if (value.length === 0) return [];
    if (typeof value === 'string')
      return [`${key}: ${/^\d{4}-\d\d-\d\d$/.test(value) ? value : yamlText(value)}`];
    return [`${key}:`, ...value.map((one) => `  - ${yamlText(one)}`)];
  });
  return ['---', ...lines, '---', ''].join('\n');
}
