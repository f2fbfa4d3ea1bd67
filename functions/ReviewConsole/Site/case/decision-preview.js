// The statement that a decision gives, shown before the decision can be sent.
import { fill, h } from '../core/dom.js';
import { language, t } from '../core/i18n.js';
import { explain, loading } from '../core/parts.js';
import { statementText } from './statement.js';

export class DecisionPreview {
  #load;
  #onReady;
  #wanted = null;
  #body = h('div.preview-text', { 'aria-live': 'polite' });

  /** @param {(decision: object, language: string) => Promise<{statement: object}>} load @param {() => void} onReady */
  constructor(load, onReady) {
    this.#load = load;
    this.#onReady = onReady;
  }

  element = h('section.preview', { hidden: true });

  /** Whether the statement of the decision that was last asked for is on the page. */
  isReady = false;

  /** @param {object|null} decision without a note, which uploaders never read; null if it is not complete */
  show(decision) {
    const wanted = decision && JSON.stringify([decision, language()]);
    if (wanted === this.#wanted) {
      return;
    }

    this.#wanted = wanted;
    this.#ready(false);
    this.element.hidden = decision === null;
    if (decision !== null) {
      this.element.setAttribute('aria-label', t('statement.preview'));
      fill(this.element, h('h3', {}, t('statement.preview')), this.#body);
      this.#fetch(decision, wanted);
    }
  }

  async #fetch(decision, wanted) {
    fill(this.#body, loading());
    try {
      const { statement } = await this.#load(decision, language());
      if (wanted === this.#wanted) {
        fill(this.#body, statementText(statement));
        this.#ready(true);
      }
    } catch (error) {
      if (wanted === this.#wanted) {
        fill(this.#body, h('p.bad', {}, explain(error)),
          h('button', { type: 'button', on: { click: () => this.#fetch(decision, wanted) } }, t('retry')));
      }
    }
  }

  #ready(isReady) {
    this.isReady = isReady;
    this.#onReady();
  }
}
