// The raw evidence files, loaded on demand and shown as text.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { bytes } from '../core/format.js';
import { explain, loading, section } from '../core/parts.js';
import { visibleText } from '../core/text.js';
import { openDialog } from '../core/dialog.js';

const longest = 200_000;

export class RawEvidence {
  #reviews;
  #caseId;
  #list = h('ul.evidence');

  constructor(reviews, caseId) {
    this.#reviews = reviews;
    this.#caseId = caseId;
  }

  get element() {
    const details = h('details', {}, h('summary', {}, t('raw.show')), this.#list);
    details.addEventListener('toggle', () => details.open && this.#load(), { once: true });
    return section('raw', t('raw'), details);
  }

  async #load() {
    fill(this.#list, h('li', {}, loading()));
    try {
      const { files } = await this.#reviews.of(this.#caseId, 'evidence');
      fill(this.#list, files.map(file => h('li', {},
        /\.(json|txt)$/.test(file.name)
          ? h('button.link', { type: 'button', on: { click: () => this.#open(file) } }, file.name)
          : h('span', {}, file.name),
        h('span.hint', {}, bytes(file.length)))));
    } catch (error) {
      fill(this.#list, h('li.bad', {}, explain(error)));
    }
  }

  #open(file) {
    const text = h('pre', { tabindex: '0', 'aria-label': file.name }, t('loading'));
    openDialog(file.name, () => [text], 'wide');
    this.#reviews.picture(this.#caseId, file.name)
      .then(blob => blob.text())
      .then(content => (text.textContent = visibleText(pretty(content).slice(0, longest))))
      .catch(error => (text.textContent = explain(error)));
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
