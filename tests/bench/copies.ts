import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A copy of the built extension for the bench, in a folder of its own: the same files, and in the panel and the popup
 * one script before all others that watches and tells when their content is there. Beside them the static pages.
 */

const pages = join(import.meta.dirname, 'pages');
const pageScript = {
  'sidepanel.html': '<script src="/probe.js" data-wanted="panel"></script>',
  'popup.html': '<script src="/probe.js" data-wanted="popup drawn" data-frames></script>',
};

/** Makes the copy; what it is told to open can be changed later. */
export function makeCopy(build: string, folder: string): void {
  cpSync(build, folder, { recursive: true });
  cpSync(pages, folder, { recursive: true });
  for (const [page, script] of Object.entries(pageScript)) {
    const html = readFileSync(join(build, page), 'utf8');
    const probed = html.replace('<head>', `<head>${script}`);
    if (probed === html) throw new Error(`${page} has no <head>: where would the probe go?`);
    writeFileSync(join(folder, page), probed);
  }
}

/** Names the page that the side panel opens from the next start of the browser on. */
export function setPanelPage(folder: string, page: string): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.side_panel.default_path = page;
  writeFileSync(file, JSON.stringify(manifest));
}
