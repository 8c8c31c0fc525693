/*
 * What is sent as text and runs in Firefox's own window: each function knows only its arguments, which travel as JSON.
 */

/** What a browser element of that window offers: a script put into its process, and words from there. */
interface Framed extends Element {
  messageManager: {
    loadFrameScript: (url: string, always: boolean) => void;
    addMessageListener: (name: string, listen: (message: { data: string }) => void) => void;
  };
}

/** What is only in that window, as far as it is used here. */
interface FirefoxWindow {
  Services: { console: { getMessageArray: () => unknown[] } };
  WebExtensionPolicy: {
    getByID: (id: string) => {
      extension: {
        backgroundState: string;
        terminateBackground: () => Promise<void>;
        views: Set<{ xulBrowser?: Framed & { remoteType: string } }>;
      };
    };
  };
}

/** Does what Firefox does for a key of an extension with Alt and Shift. */
export function pressKey(letter: string): void {
  const key = document.querySelector(`keyset[id^="ext-keyset"] key[modifiers="alt,shift"][key="${letter}"]`);
  if (!key) throw new Error(`no key Alt+Shift+${letter}`);
  (key as unknown as { doCommand: () => void }).doCommand();
}

/** Whether the background runs: `running`, or `stopped` after a rest. */
export function backgroundState(id: string): string {
  const { WebExtensionPolicy } = globalThis as unknown as FirefoxWindow;
  return WebExtensionPolicy.getByID(id).extension.backgroundState;
}

/** Stops the background, as Firefox does after 30 seconds of rest. */
export function stopBackground(id: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as FirefoxWindow;
  return WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

/** What was thrown in the extension at this host and caught by nobody. */
export function thrownAt(host: string): string[] {
  const { Services } = globalThis as unknown as FirefoxWindow;
  const all = Services.console.getMessageArray().map(String);
  // A page that closes does not wait for the answer to its last draft: that is no fault.
  const known = /^\[JavaScript Warning|Promise resolved after context unloaded/;
  return all.filter((text) => text.includes(host) && !known.test(text));
}

/** What an extension has told its console as an error, background included: one process runs all its pages. */
export function toldConsole(id: string): Promise<string[]> {
  const { WebExtensionPolicy } = globalThis as unknown as FirefoxWindow;
  const views = [...WebExtensionPolicy.getByID(id).extension.views];
  const view = views.find(({ xulBrowser }) => xulBrowser?.remoteType === 'extension');
  if (!view?.xulBrowser) return Promise.reject(new Error('no page of the extension is open'));
  const name = `peerside-test-${Math.random()}`;
  const script = `{
    const events = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents();
    const errors = events.filter((one) => one.level === 'error' || one.level === 'assert');
    const words = errors.map((one) => [...one.arguments].map((part) => part?.message ?? String(part)).join(' '));
    sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(words));
  }`;
  const { messageManager } = view.xulBrowser;
  return new Promise((done) => {
    messageManager.addMessageListener(name, ({ data }) => done(JSON.parse(data) as string[]));
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}

/** Evaluates code in the sidebar's page, or the popup's. @returns JSON, of a `value` or an `error` */
export function evaluateIn(place: string, code: string): Promise<string> {
  const host =
    place === 'sidebar'
      ? document.querySelector<HTMLIFrameElement>('#sidebar')?.contentDocument?.querySelector('browser')
      : document.querySelector('.webextension-popup-browser');
  if (!host) return Promise.resolve('{"error":"it is not open"}');
  const name = `peerside-test-${Math.random()}`;
  // A script of the process sees the page as `content`; a sandbox is not bound by the page's own policy against eval.
  const script = `(async () => {
    let said;
    try {
      const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      said = { value: await Cu.evalInSandbox(${JSON.stringify(code)}, box) };
    } catch (error) {
      said = { error: String(error) };
    }
    sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(said));
  })()`;
  const { messageManager } = host as Framed;
  return new Promise((done) => {
    messageManager.addMessageListener(name, ({ data }) => done(data));
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}

/** Draws the window, its sidebar included; a popup is a window of its own. @returns a PNG as a data: address */
export async function draw(): Promise<string> {
  const { currentWindowGlobal } = (
    globalThis as unknown as {
      browsingContext: {
        currentWindowGlobal: {
          drawSnapshot: (rect: null, scale: number, background: string) => Promise<ImageBitmap>;
        };
      };
    }
  ).browsingContext;
  const image = await currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL();
}
