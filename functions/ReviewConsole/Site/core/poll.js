// Polls every few seconds while the page is visible; pauses in the background.

/**
 * @param {() => Promise<void>} work handles its own errors; must not throw
 * @returns {{now: () => Promise<void>, stop: () => void}}
 */
export function poll(work, interval) {
  let timer;
  let stopped = false;
  let running = null;

  const start = () => {
    clearTimeout(timer);
    running ??= work().finally(() => {
      running = null;
      if (!stopped) {
        timer = setTimeout(tick, interval);
      }
    });
    return running;
  };
  // A request already in progress may return data older than the caller needs.
  const now = async () => {
    await running;
    await start();
  };
  const tick = () => {
    if (!document.hidden) {
      start();
    }
  };
  const seen = () => document.hidden || stopped || start();
  document.addEventListener('visibilitychange', seen);
  timer = setTimeout(tick, interval);
  return {
    now,
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
