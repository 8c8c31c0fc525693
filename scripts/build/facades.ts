import type { Plugin } from 'vite';

/** `export{a as b}from"./real.js"`: what the bundler writes when a part that is loaded on first use shares its chunk with others. */
const FACADE = /^export\s*\{([^}]*)\}\s*from\s*"\.\/([^"]+)";?\s*$/;

/**
 * Asks for the chunk that holds a part, and not for a file that only points at it: every file costs a page of an extension some
 * milliseconds, on two cores an opening of the panel a twelfth (npm run bench).
 */
export function noFacades(): Plugin {
  return {
    name: 'no-facades',
    enforce: 'pre',
    generateBundle(_options, bundle) {
      const facades = new Map<string, { real: string; members: string }>();
      for (const [file, chunk] of Object.entries(bundle)) {
        const [, names, real] = (chunk.type === 'chunk' && FACADE.exec(chunk.code)) || [];
        if (!names || !real) continue;
        const members = names.split(',').map((one) => {
          const [inside, outside = inside] = one.trim().split(/\s+as\s+/);
          return `${outside}:m.${inside}`;
        });
        facades.set(file.split('/').at(-1) ?? '', { real, members: members.join() });
        delete bundle[file];
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.dynamicImports = chunk.dynamicImports.map((file) => {
          const facade = facades.get(file.split('/').at(-1) ?? '');
          return facade ? `chunks/${facade.real}` : file;
        });
        chunk.code = chunk.code.replace(
          /\bimport\(([`"'])\.\/([^`"']+)\1\)/g,
          (asked, _quote, file: string) => {
            const facade = facades.get(file);
            return facade ? `import(\`./${facade.real}\`).then(m=>({${facade.members}}))` : asked;
          },
        );
      }
    },
  };
}
