import type { Plugin } from 'vite';

/**
 * The calendar's script begins by itself. WXT's wrapper has a logger that no release hears, and a context that tells the page
 * the extension's id at each start and lets the page stop the script.
 */
export function bareContentScript(): Plugin {
  return {
    name: 'bare-content-script',
    enforce: 'pre',
    transform: {
      filter: { id: /content-script-isolated-world-entrypoint/ },
      handler(code) {
        const definition = /^import definition from .+$/m.exec(code)?.[0];
        if (!definition) this.error('WXT wraps content scripts in another way than before');
        return `${definition}\nexport default definition.main();`;
      },
    },
  };
}
