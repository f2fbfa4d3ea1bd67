// Single-key shortcuts. Inactive while the user types, and can be switched off (WCAG 2.1.4).
import { preference } from './preferences.js';

const scopes = [];

/**
 * @param {Record<string, {label: string, run: () => void, end?: () => void, listed?: string|false}>} keys by KeyboardEvent.key; `end` runs
 * when the key is released; `listed` is the key's name in the help, or false if another key's line stands for it
 * @returns {() => void} removes them
 */
export function bindKeys(keys) {
  scopes.push(keys);
  return () => {
    const index = scopes.indexOf(keys);
    if (index >= 0) {
      scopes.splice(index, 1);
    }
  };
}

/** Gets every active shortcut with its label. */
export function boundKeys() {
  return scopes.flatMap(keys => Object.entries(keys)
    .filter(([, { listed }]) => listed !== false)
    .map(([key, { label, listed }]) => ({ key: listed ?? key, label })));
}

export function listenToKeys() {
  document.addEventListener('keydown', event => {
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    if (isModified || event.isComposing || isTyping(event.target) || document.querySelector('dialog[open]')) {
      return;
    }

    const key = event.key === ' ' ? 'Space' : event.key;
    const bound = [...scopes].reverse().find(keys => key in keys)?.[key];
    const presses = (key === 'Space' || key === 'Enter') && isPressable(event.target);
    if (!bound || presses || (!preference('shortcuts') && key !== '?')) {
      return;
    }

    event.preventDefault();
    if (!event.repeat || !bound.end) {
      bound.run();
    }
  });
  document.addEventListener('keyup', event => scopes.forEach(keys => keys[event.key]?.end?.()));
}

function isTyping(target) {
  return target.isContentEditable || target.matches?.('textarea, select, input:not([type=checkbox], [type=radio], [type=button])');
}

function isPressable(target) {
  return target.matches?.('button, a, summary, input, video, [role=button]');
}
