// Asks again every few seconds, while somebody looks; a page in the background asks nothing.

/**
 * @param {() => Promise<void>} work errors are its own business; it must not throw
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
  // An answer that is on its way already may be older than what the caller wants to see.
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
