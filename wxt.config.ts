import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { fetchAhead, fewStylesAhead } from './scripts/build/ahead.ts';
import { fewChunks } from './scripts/build/chunks.ts';
import { bareContentScript } from './scripts/build/content-script.ts';
import { noFacades } from './scripts/build/facades.ts';
import { shortName } from './scripts/build/names.ts';

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

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: ({ mode }) => ({
    plugins: [preact(), fewChunks(), noFacades(), fewStylesAhead(), fetchAhead(), bareContentScript()],
    resolve: {
      alias: {
        // The modern build, without the wrapper for require(): 3 kB less to parse before the panel's first content.
        dexie: 'dexie/dist/modern/dexie.min.mjs',
      },
    },
    css: { modules: { generateScopedName: shortName('components') } },
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
          const ahead = panel ? /css$|\/(?!(?:core|first|panel)-)[^/]*js$/ : /css$/;
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
    // Firefox hides an icon behind that of all extensions, unless it is told where it belongs.
    action: {
      default_title: '__MSG_extensionName__',
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
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
