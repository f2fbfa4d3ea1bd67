// The reasons of a verdict, as a list to choose from. Nothing is chosen at first: a reason on record is one that somebody gave.
import { fill, h } from './dom.js';
import { t, term } from './i18n.js';

export class ReasonList {
  #name;
  #onChange;
  #codes = [];

  /** @param {string} name of the form field */
  constructor(name, onChange) {
    this.#name = name;
    this.#onChange = onChange;
  }

  element = h('fieldset.reason-list');

  /** The chosen code, or null. */
  get value() {
    return this.#inputs.find(input => input.checked)?.value ?? null;
  }

  /** @param {{code: string, title: string}[]} reasons @param {string} [chosen] code @param {boolean} [autofocus] in a dialog */
  show(reasons, chosen, autofocus = false) {
    this.#codes = reasons.map(reason => reason.code);
    fill(this.element, h('legend', {}, t('reason')), reasons.map((reason, index) => h('label.reason-choice', {},
      h('input', {
        type: 'radio', name: this.#name, value: reason.code, required: true, checked: reason.code === chosen,
        autofocus: autofocus && index === 0,
        on: { change: () => this.#onChange(reason.code) },
      }),
      h('span', {}, reasonText(reason)),
      index < 9 ? h('kbd', { 'aria-hidden': 'true' }, `${index + 1}`) : null)));
  }

  /** @param {number} number of the reason, from 1 */
  choose(number) {
    const input = this.#inputs[number - 1];
    if (input) {
      input.checked = true;
      input.focus();
      this.#onChange(this.#codes[number - 1]);
    }
  }

  focus() {
    (this.#inputs.find(input => input.checked) ?? this.#inputs[0])?.focus();
  }

  get #inputs() {
    return [...this.element.querySelectorAll('input')];
  }
}

export function reasonText({ code, title }) {
  const known = term('code', code);
  return known === code ? title : known;
}
