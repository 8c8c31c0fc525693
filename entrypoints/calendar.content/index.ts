import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  matches: ['https://calendar.google.com/*'],
  noScriptStartedPostMessage: true,
  main() {},
});
