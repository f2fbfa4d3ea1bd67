// What a page says when its data cannot be read: in its place if there is none, above the last good data otherwise.
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { explain } from './parts.js';
import { clock } from './format.js';
import { placeOf } from './router.js';

/** Whether asking again cannot help. */
export function isFinal(error) {
  return error.status === 403 || error.status === 404;
}

/** A page without data: what happened, and what can be done. @param {() => void} retry */
export function failure(error, retry) {
  return h('div.failure', { role: 'alert' },
    h('h1', {}, explain(error)),
    error.problem?.detail && error.status !== 0 ? h('p.hint', {}, error.problem.detail) : null,
    h('div.buttons', {},
      isFinal(error) ? h('a', { href: placeOf([]) }, t('back')) : null,
      error.status === 403 ? null : h('button.primary', { type: 'button', on: { click: retry } }, t('retry'))));
}

export class Freshness {
  #content;
  #retry;
  #at = null;

  /** @param {HTMLElement} content marked while it is stale */
  constructor(content, retry) {
    this.#content = content;
    this.#retry = retry;
  }

  element = h('div.freshness', { role: 'status', hidden: true });

  good() {
    this.#at = new Date();
    this.element.hidden = true;
    this.#content.classList.remove('stale');
  }

  failed(error) {
    this.element.hidden = false;
    this.#content.classList.toggle('stale', this.#at !== null);
    fill(this.element,
      h('span', {}, explain(error), ' ', this.#at ? t('stale', { time: clock(this.#at) }) : ''),
      isFinal(error) ? null : h('button', { type: 'button', on: { click: this.#retry } }, t('retry')));
  }
}
