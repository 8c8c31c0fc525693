/** A page that nobody looks at has no frames: it goes on after this time. */
const FRAME_MS = 60;

/** Resolves in the next frame, so that what is there by then is painted first. */
export function nextFrame(): Promise<unknown> {
  return new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, FRAME_MS);
  });
}
