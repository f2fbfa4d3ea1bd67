// Preferences kept across visits. What the user did not choose is the organization's default.

const key = 'console.preferences';
let defaults = { theme: 'system', language: null, blur: true, muted: true, grey: false, shortcuts: true, andNext: true };
const listeners = new Set();

let chosen = read();

export function preference(name) {
  return chosen[name] ?? defaults[name];
}

/** @param {object} organization defaults by name, which replace the console's own */
export function useDefaults(organization) {
  defaults = { ...defaults, ...organization };
  Object.keys(organization ?? {}).forEach(name => listeners.forEach(listener => listener(name, preference(name))));
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
