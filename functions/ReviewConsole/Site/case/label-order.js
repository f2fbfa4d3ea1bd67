// The label that an approval adds: the choices that the server offers for this video, and why others are refused.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';

export class LabelOrder {
  #onChange;
  #explicit = h('select', { id: 'label-explicit' });
  #text = h('select', { id: 'label-text' });
  #textLabel = h('label', { for: 'label-text' });
  #notes = h('div');

  constructor(onChange) {
    this.#onChange = onChange;
    [this.#explicit, this.#text].forEach(select => select.addEventListener('change', () => this.#changed()));
  }

  element = h('fieldset.label-order', { hidden: true });

  /** Such as {explicit: 'start', text: 'AI生成'}; null until both are chosen. */
  get value() {
    const explicit = this.#explicit.value;
    return explicit === 'none' ? { explicit } : explicit && this.#text.value ? { explicit, text: this.#text.value } : null;
  }

  /** @param {object} [options] `labelOptions` of the API @param {object} [chosen] an earlier order */
  show(options, chosen) {
    const possible = options?.explicit ?? [];
    fill(this.#explicit, unchosen(), possible.map(choice =>
      h('option', { value: choice, selected: choice === chosen?.explicit }, t(`label.explicit.${choice}`))));
    fill(this.#text, unchosen(),
      (options?.texts ?? []).map(text => h('option', { value: text, selected: text === chosen?.text }, text)));
    fill(this.#notes,
      options?.label ? h('p.hint', {}, t('label.metadata', { value: options.label })) : null,
      options?.credentials ? h('p.hint', {}, t('label.credentials')) : null,
      (options?.refused ?? []).map(({ explicit, message }) => h('p.hint', {}, `${t(`label.explicit.${explicit}`)}: ${message}`)));
    this.#textLabel.textContent = t('label.text');
    fill(this.element, h('legend', {}, t('label.order')),
      h('label', { for: 'label-explicit' }, t('label.explicit')), this.#explicit, this.#textLabel, this.#text, this.#notes);
    this.#hideText();
  }

  #changed() {
    this.#hideText();
    this.#onChange(this.value);
  }

  #hideText() {
    this.#text.hidden = this.#textLabel.hidden = ['', 'none'].includes(this.#explicit.value);
  }
}

function unchosen() {
  return h('option', { value: '' }, t('choose'));
}
