// What people are spared: blur, greyscale and silence. They apply to every picture of the page through classes of its root. What somebody
// shows or unmutes holds for one case; what cases start with is the user's preference, else the organization's.
import { onPreference, preference } from './preferences.js';

let overrides = {};
let isHeld = false;
const listeners = new Set();

/** @param {'blur'|'grey'|'muted'} name */
export function spared(name) {
  return overrides[name] ?? preference(name);
}

/** Whether the picture cannot be seen now; not while it is held open. */
export function isBlurred() {
  return spared('blur') && !isHeld;
}

/** Starts a case as the preferences say. */
export function beginCase() {
  overrides = {};
  isHeld = false;
  apply();
}

/** Makes the start stricter for a case about unsafe content, whatever is preferred; not what the user chose already. */
export function beginStrictly() {
  overrides = { blur: true, grey: true, muted: true, ...overrides };
  apply();
}

/** Chooses for the case on the page. */
export function spare(name, isOn) {
  overrides = { ...overrides, [name]: isOn };
  apply();
}

/** Lifts the blur for as long as a button or key is held. */
export function hold(isOn) {
  isHeld = isOn;
  apply();
}

/** @returns {() => void} unsubscribes */
export function onWellness(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply() {
  document.documentElement.classList.toggle('blurred', isBlurred());
  document.documentElement.classList.toggle('grey', spared('grey'));
  listeners.forEach(listener => listener());
}

onPreference(apply);
addEventListener('blur', () => isHeld && hold(false));
apply();
