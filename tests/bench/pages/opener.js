/* The tab whose button opens the panel, as the popup's does: the window's id is known before the click. */
const button = document.querySelector('button');
chrome.windows.getCurrent().then(({ id: windowId }) => {
  button.addEventListener('click', () => chrome.sidePanel.open({ windowId }));
  document.body.dataset.windowId = String(windowId);
});
