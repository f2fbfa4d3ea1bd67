// Preferences kept across visits. Videos are blurred and muted by default.

const key = 'console.preferences';
const defaults = { theme: 'system', language: null, blur: true, muted: true, grey: false, shortcuts: true };
const listeners = new Set();

let chosen = { ...defaults, ...read() };

export function preference(name) {
  return chosen[name];
}

export function prefer(name, value) {
  chosen = { ...chosen, [name]: value };
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // Storage may be full or blocked: the preference then applies to this visit only.
  }

  listeners.forEach(listener => listener(name, value));
}

/** @returns {() => void} unsubscribes */
export function onPreference(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function applyTheme() {
  const theme = preference('theme');
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
