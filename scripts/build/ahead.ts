import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * What code that is loaded on first use calls to have its styles there before it draws. Vite's own also fetches scripts
 * ahead, reads policies and falls back for older browsers: five times the size, and before the panel's first content.
 */
export function fewStylesAhead(): Plugin {
  const helper = `
    const ahead = (file) => new Promise((done) => {
      const href = '/' + file;
      if (document.querySelector('link[href="' + href + '"]')) return done();
      const link = document.createElement('link');
      const style = file.endsWith('css');
      Object.assign(link, { rel: style ? 'stylesheet' : 'modulepreload', href, onload: done, onerror: done });
      document.head.append(link);
      if (!style) done();
    });
    export const __vitePreload = async (load, files = []) => {
      await Promise.all(files.map(ahead));
      return load();
    };`;
  return {
    name: 'few-styles-ahead',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? helper : undefined),
  };
}

const link = (rel: string, file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${file}` },
  injectTo: 'head',
});

/**
 * For the pages that begin with a small script, which fetches the rest by `import()`. The script waits for no style: it only
 * asks. The panel names the rest as well, so that it comes with the script. The popup does not: the browser shows a popup when
 * all that it names has come, and each file takes a millisecond. Its box stands in the page itself.
 */
export function fetchAhead(): Plugin {
  return {
    name: 'fetch-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk');
        const named = (file: string) => html.includes(`/${file}"`);
        const found = new Set<string>();
        const queue = chunks.filter(
          (one) =>
            one.moduleIds.some((id) => id.endsWith('/start.tsx')) &&
            chunks.some((page) => named(page.fileName) && page.dynamicImports.includes(one.fileName)),
        );
        for (let chunk = queue.pop(); chunk; chunk = queue.pop()) {
          const { fileName, imports } = chunk;
          if (found.has(fileName) || named(fileName)) continue;
          found.add(fileName);
          queue.push(...chunks.filter((one) => imports.includes(one.fileName)));
        }
        const styles = chunks
          .filter(({ fileName }) => found.has(fileName))
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
          .filter((file) => !named(file));
        const tags = [
          ...[...found].map((file) => link('modulepreload', file)),
          ...[...new Set(styles)].map((file) => link('stylesheet', file)),
        ];
        return {
          html: found.size > 0 ? html.replace('<script type="module"', '<script type="module" async') : html,
          tags: filename.includes('popup') ? [] : tags,
        };
      },
    },
  };
}
