// Announces an event: as a toast, and to screen readers through live regions.
import { h } from './dom.js';

const shownFor = 7000;

/** @param {'info'|'good'|'bad'} tone `bad` interrupts a screen reader */
export function announce(text, tone = 'info') {
  const region = document.getElementById(tone === 'bad' ? 'alert' : 'status');
  region.textContent = '';
  requestAnimationFrame(() => (region.textContent = text));
  const note = h(`div.toast.${tone}`, { 'aria-hidden': 'true' }, text);
  stack().append(note);
  setTimeout(() => note.remove(), shownFor);
}

function stack() {
  const found = document.querySelector('.toasts');
  if (found) {
    return found;
  }

  const made = h('div.toasts');
  document.body.append(made);
  return made;
}
