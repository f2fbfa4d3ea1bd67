// Keyboard help, with the switch that disables single-key shortcuts.
import { h } from './core/dom.js';
import { t } from './core/i18n.js';
import { boundKeys } from './core/keyboard.js';
import { prefer, preference } from './core/preferences.js';
import { openDialog } from './core/dialog.js';

export function openHelp() {
  const keys = boundKeys();
  openDialog(t('keys.title'), () => [
    h('dl.keys', {}, keys.map(({ key, label }) => h('div', {},
      h('dt', {}, h('kbd', {}, key === 'Space' ? t('key.space') : key)),
      h('dd', {}, label)))),
    h('p.hint', {}, t('keys.typing')),
    shortcutSwitch(),
  ], 'help');
}

function shortcutSwitch() {
  const box = h('input', { type: 'checkbox', checked: preference('shortcuts'), on: { change: () => prefer('shortcuts', box.checked) } });
  return h('label.check', {}, box, t('keys.enable'));
}
