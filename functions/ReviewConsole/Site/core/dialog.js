// A modal dialog that restores the focus when closed.
import { h } from './dom.js';
import { t } from './i18n.js';

let count = 0;

/**
 * @param {(close: (result?: any) => void) => Node[]} content
 * @returns {Promise<any>} the value it was closed with; undefined if dismissed
 */
export function openDialog(title, content, className = '') {
  const before = document.activeElement;
  const id = `dialog-title-${++count}`;
  const dialog = h('dialog', { class: className, 'aria-labelledby': id });
  return new Promise(resolve => {
    let result;
    const close = value => {
      result = value;
      dialog.close();
    };
    dialog.append(
      h('header.dialog-head', {},
        h('h2', { id }, title),
        h('button.ghost', { type: 'button', 'aria-label': t('close'), on: { click: () => close() } }, '✕')),
      h('div.dialog-body', {}, content(close)));
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.isConnected && before.focus();
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('[autofocus]')?.focus();
  });
}

/** Asks for a text. @returns {Promise<string|undefined>} */
export function askText(title, { label, hint, action, maxLength = 2000, required = true, value = '', onInput = () => {} }) {
  return openDialog(title, close => {
    const area = h('textarea', {
      id: 'ask-text', rows: 4, maxlength: maxLength, required, autofocus: true, on: { input: () => onInput(area.value) },
    });
    area.value = value;
    const submit = event => {
      event.preventDefault();
      close(area.value.trim());
    };
    return [h('form', { on: { submit } },
      h('label', { for: 'ask-text' }, label),
      area,
      hint && h('p.hint', {}, hint),
      h('div.buttons', {},
        h('button', { type: 'button', on: { click: () => close() } }, t('cancel')),
        h('button.primary', { type: 'submit' }, action)))];
  });
}
