import type { Plugin } from 'vite';

/**
 * Chunks of a first content whose functions the browser shall compile with their file: away from the main thread, and kept with
 * it from then on. Otherwise it compiles each function when it is first called, in every page anew: of the processor time until
 * the content of a panel that is the first after a start, 11 of 60 ms.
 */
const ALL_CALLED = /^(core|panel|BriefPage)$/;

/**
 * A few shared chunks instead of dozens of small ones: gzip finds less in small files, each costs the page a request,
 * and the panel's first content may weigh 60 kB. What is loaded on first use (`lazy()`) stays apart.
 */
export function fewChunks(): Plugin {
  const groups = [
    {
      // What the panel needs to ask which event its window is at, and the styles of all that it draws first.
      name: 'first',
      test: /wxt-html-plugins|preload-helper|node_modules.(wxt|@wxt-dev)|components.(ui|brief).(?!AddLine|AddPromise|Extras|Folded|History|Questions|Switch|Tabs|tag|Toast)[\w.]+\.css|storage.(cover|current-event|lock-there|words)\.ts|components.cover.cover-page|components.ui.page-root/,
      priority: 3,
    },
    {
      name: 'core',
      test: /node_modules.(dexie|preact)|components.ui.(?!next-frame|AddLine|Failure|Folded|more-icons|ChoiceList|Option|Switch|tag|Toast(?:Box|\.module)|useOutOfTheWay|useReaderReport|useFollowed|useKeptCaret|useSaveSoon|useRows|usePromises|useTakeAway|files|keep-focus)|storage.(db|db-trouble|live|lock-door|pages|record)\.ts|prep.(days|email-key|limits|relative|scales|sort-by)\.ts/,
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
      test: /entrypoints.sidepanel.start|components.panel.(Panel|Bar|target|ready-dates|CaptureSheet)|storage.(brief|meetings|notes|shown-facts|unsaved)\.ts|components.ui.use(Rows|Promises)|prep.(order|cadence|default-goal)\.ts/,
      priority: 1,
    },
    {
      // What capture shares with the inbox of Today and with what is fetched later.
      name: 'icons',
      test: /components.ui.(more-icons|Option|useSaveSoon)|components.capture.labels|prep.capture-marks\.ts/,
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
      test: /entrypoints.popup.start|components.capture.(Capture|PeerList|SaveButton|Taken|use)/,
      priority: 0,
    },
  ];
  return {
    name: 'few-chunks',
    // The worker and the content script are one file each: only the pages are split.
    // Seven letters tell versions apart as well as eight; each page names its files dozens of times.
    outputOptions: (output) =>
      output.format === 'es'
        ? {
            ...output,
            codeSplitting: { groups },
            chunkFileNames: 'chunks/[name]-[hash:7].js',
            assetFileNames: 'assets/[name]-[hash:7].[ext]',
          }
        : output,
    generateBundle: {
      // The first line counts: others have put theirs before it.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && ALL_CALLED.test(chunk.name)) {
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
          }
        }
      },
    },
  };
}
