import preact from '@preact/preset-vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Nothing may be fetched from anywhere: `connect-src 'none'` is the proof that nothing leaves the browser. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/**
 * A few shared chunks instead of dozens of small ones: gzip finds less in small files, each costs the page a request,
 * and the panel's first content may weigh 60 kB. What is loaded on first use (`lazy()`) stays apart.
 */
function fewChunks(): Plugin {
  const groups = [
    {
      // What the panel needs to ask which event its window is at, and the styles of all that it draws first.
      name: 'first',
      test: /wxt-html-plugins|preload-helper|node_modules.(wxt|@wxt-dev)|components.(ui|brief).(?!AddLine|AddPromise|History|Questions|Tabs|Toast)[\w.]+\.css|storage.(cover|current-event|lock-there|words)\.ts|components.cover.cover-page|components.ui.page-root/,
      priority: 3,
    },
    {
      name: 'core',
      test: /node_modules.(dexie|preact)|components.ui.(?!next-frame|AddLine|Failure|more-icons|ChoiceList|Toast(?:Box|\.module)|useOutOfTheWay|useReaderReport|useSaveSoon|useRows|usePromises|useTakeAway|files|keep-focus)|storage.(db|db-trouble|drafts|live|lock-door|pages|record)\.ts|prep.(days|email-key|limits|relative|scales|sort-by)\.ts/,
      priority: 2,
    },
    {
      // Today and the popup read them first, the brief later.
      name: 'people',
      test: /storage.(captures|people|remove|calendar-tabs)\.ts/,
      priority: 2,
    },
    {
      name: 'panel',
      test: /components.panel.(Panel|Bar|target|CaptureSheet)|storage.(brief|meetings|notes|shown-facts|unsaved)\.ts|components.ui.use(Rows|Promises)|prep.(order|cadence|default-goal)\.ts/,
      priority: 1,
    },
    {
      // What capture shares with the inbox of Today and with what is fetched later.
      name: 'icons',
      test: /components.ui.(more-icons|useSaveSoon)|components.capture.labels|prep.capture-marks\.ts/,
      priority: 1,
    },
    {
      // In one piece, though a person's page draws a part of it too.
      name: 'BriefPage',
      test: /components.panel.BriefPage|components.brief.(Head|CadencePicture)\.tsx|prep.cadence-picture/,
      priority: 0,
    },
    {
      // The popup's first content.
      name: 'capture',
      test: /components.capture.(Capture|PeerList|SaveButton|Taken|use)/,
      priority: 0,
    },
  ];
  return {
    name: 'few-chunks',
    // The worker and the content script are one file each: only the pages are split.
    // Seven letters tell versions apart as well as eight; each page names its chunks dozens of times.
    outputOptions: (output) =>
      output.format === 'es'
        ? { ...output, codeSplitting: { groups }, chunkFileNames: 'chunks/[name]-[hash:7].js' }
        : output,
  };
}

/** Class names of one or two letters: they stand in the styles and again in the scripts. `ps` keeps them apart from the shared ones. */
function shortName(): (name: string, file: string) => string {
  const names = new Map<string, string>();
  return (name, file) => {
    const key = `${file.split('?')[0]} ${name}`;
    if (!names.has(key)) names.set(key, `ps${names.size.toString(36)}`);
    return names.get(key) ?? name;
  };
}

/**
 * What code that is loaded on first use calls to have its styles there before it draws. Vite's own also fetches scripts
 * ahead, reads policies and falls back for older browsers: five times the size, and before the panel's first content.
 */
function fewStylesAhead(): Plugin {
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
function fetchAhead(): Plugin {
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
            one.facadeModuleId?.endsWith('/start.tsx') &&
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

/**
 * The calendar's script begins by itself. WXT's wrapper has a logger that no release hears, and a context that tells the page
 * the extension's id at each start and lets the page stop the script.
 */
function bareContentScript(): Plugin {
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

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: ({ mode }) => ({
    plugins: [preact(), fewChunks(), fewStylesAhead(), fetchAhead(), bareContentScript()],
    resolve: {
      alias: {
        // The modern build, without the wrapper for require(): 3 kB less to parse before the panel's first content.
        dexie: 'dexie/dist/modern/dexie.min.mjs',
      },
    },
    css: { modules: { generateScopedName: shortName() } },
    define: {
      // The one difference of the build that tests use: roots in the calendar page are open, so that a test can see into them.
      __OPEN_ROOTS__: JSON.stringify(mode === 'test'),
    },
    build: {
      target: 'esnext',
      modulePreload: {
        polyfill: false,
        // A page names all the scripts that it starts with, so that they come at once and not one after the other; so
        // do the first scripts of the panel and of the popup. What is loaded later, on first use, brings its styles with
        // it; its scripts lie beside it on the same disk.
        resolveDependencies: (_file, needed, { hostType, hostId }) => {
          if (hostType === 'html' || hostId.includes('popup-')) return needed;
          const panel = hostId.includes('sidepanel-');
          const ahead = panel ? /css$|(?<!core|first|panel|start)-[^/]*js$/ : /css$/;
          return needed.filter((file) => ahead.test(file));
        },
      },
    },
  }),
  // npm run dev: the real calendar, in the Chromium that CHROMIUM names or that is found.
  webExt: {
    startUrls: ['https://calendar.google.com/calendar/'],
    ...(process.env.CHROMIUM && { binaries: { chrome: process.env.CHROMIUM } }),
    // Chromium refuses its sandbox to root.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    minimum_chrome_version: '123',
    permissions: ['storage', 'unlimitedStorage', 'contextMenus'],
    incognito: 'not_allowed',
    ...(mode === 'development'
      ? {}
      : { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }),
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      cover: { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_cover_command__' },
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+O' } } }
        : {
            'open-panel': {
              suggested_key: { default: 'Alt+Shift+O' },
              description: '__MSG_commandOpenPanel__',
            },
          }),
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'peerside@peerside.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
