// The questions about AI. Nothing is preselected: what is declared is what the uploader said.
import { h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';

const declarations = ['notAi', 'realCapture', 'edited', 'generated'];
const editKinds = ['quality', 'routine', 'substantial'];
const realisms = ['realistic', 'evident'];

let count = 0;

export class DeclarationFields {
  #name = `declared-${++count}`;
  #declaration;
  #editKind;
  #realism;

  /** @param {object} [known] what was declared before */
  constructor(known = {}) {
    this.#declaration = group(
      `${this.#name}-declaration`, t('my.declare'), 'declaration', declarations, known.declaration, () => this.#ask());
    this.#editKind = group(`${this.#name}-edit`, t('my.editKind'), 'my.editKind', editKinds, known.editKind);
    this.#realism = group(`${this.#name}-realism`, t('my.realism'), 'my.realism', realisms, known.realism);
    this.element = h('div.questions', {}, this.#declaration, this.#editKind, this.#realism);
    this.#ask();
  }

  get value() {
    const declaration = chosen(this.#declaration);
    return {
      declaration,
      ...(declaration === 'edited' && { editKind: chosen(this.#editKind) }),
      ...(usesAi(declaration) && { realism: chosen(this.#realism) }),
    };
  }

  // Only the questions that the answer before raises.
  #ask() {
    const declaration = chosen(this.#declaration);
    show(this.#editKind, declaration === 'edited');
    show(this.#realism, usesAi(declaration));
  }
}

function usesAi(declaration) {
  return declaration === 'edited' || declaration === 'generated';
}

function show(fieldset, isShown) {
  fieldset.hidden = !isShown;
  fieldset.disabled = !isShown;
}

function chosen(fieldset) {
  return [...fieldset.querySelectorAll('input')].find(input => input.checked)?.value;
}

function group(name, legend, words, values, known, onChange = () => {}) {
  return h('fieldset.question', {}, h('legend', {}, legend), values.map(value => h('label.reason-choice', {},
    h('input', { type: 'radio', name, value, required: true, checked: value === known, on: { change: onChange } }),
    h('span', {}, term(words, value)))));
}
