// Polls every few seconds while the page is visible; pauses in the background, and when told to.

/**
 * @param {() => Promise<void>} work handles its own errors; must not throw
 * @returns {{now: () => Promise<void>, pause: () => void, stop: () => void, isStopped: boolean}} `pause` lasts until the next `now`
 */
export function poll(work, interval) {
  let timer;
  let stopped = false;
  let paused = false;
  let running = null;

  const start = () => {
    clearTimeout(timer);
    running ??= work().finally(() => {
      running = null;
      if (!stopped && !paused) {
        timer = setTimeout(tick, interval);
      }
    });
    return running;
  };
  // A request already in progress may return data older than the caller needs.
  const now = async () => {
    await running;
    paused = false;
    await start();
  };
  const tick = () => {
    if (!document.hidden) {
      start();
    }
  };
  const seen = () => document.hidden || stopped || paused || start();
  document.addEventListener('visibilitychange', seen);
  timer = setTimeout(tick, interval);
  return {
    now,
    pause() {
      paused = true;
      clearTimeout(timer);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    },
    get isStopped() {
      return stopped;
    },
  };
}
