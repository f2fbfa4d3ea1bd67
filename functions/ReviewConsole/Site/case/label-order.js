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

  /** Such as {explicit: 'start', text: 'AI生成'}. */
  get value() {
    const explicit = this.#explicit.value;
    return explicit === 'none' ? { explicit } : { explicit, text: this.#text.value };
  }

  /** @param {object} [options] `labelOptions` of the API @param {object} [chosen] an earlier order */
  show(options, chosen) {
    const possible = options?.explicit ?? [];
    const preferred = possible.includes(chosen?.explicit) ? chosen.explicit : possible.includes('start') ? 'start' : possible[0];
    fill(this.#explicit, possible.map(choice =>
      h('option', { value: choice, selected: choice === preferred }, t(`label.explicit.${choice}`))));
    fill(this.#text, (options?.texts ?? []).map(text => h('option', { value: text, selected: text === chosen?.text }, text)));
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
    this.#text.hidden = this.#textLabel.hidden = this.#explicit.value === 'none';
  }
}
