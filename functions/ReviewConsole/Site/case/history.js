// The audit log of the case, with the state of its hash chain.
import { fill, h, icon } from '../core/dom.js';
import { icons } from '../core/icons.js';
import { t, term } from '../core/i18n.js';
import { badge, explain, section, timeTag } from '../core/parts.js';

export class History {
  #reviews;
  #caseId;
  #content = h('div');

  constructor(reviews, caseId) {
    this.#reviews = reviews;
    this.#caseId = caseId;
  }

  get element() {
    return section('history', t('history'), this.#content);
  }

  async refresh() {
    try {
      const { chain, entries, texts } = await this.#reviews.of(this.#caseId, 'audit');
      fill(this.#content,
        this.#chain(chain, entries.length),
        h('ol.entries', { tabindex: '0', 'aria-label': t('history') }, [...entries].reverse().map(each => entry(each, texts))));
    } catch (error) {
      // The last good entries stay: the page says that it is not up to date.
      this.#content.firstChild ?? fill(this.#content, h('p.bad', {}, explain(error)));
    }
  }

  #chain(chain, count) {
    return chain.valid
      ? h('p.chain', {}, badge('good', icon(icons.chain), t('chain.valid')), ' ', t('chain.entries', { n: count }))
      : h('p.chain', { role: 'alert' },
        badge('bad', icon(icons.warn), t('chain.broken', { at: chain.brokenAt ?? '?' })), ' ', chain.message ?? '');
  }
}

// Names and free text are encrypted in the log; once erased, only their ciphers are left.
function entry({ at, type, actor, data, sequence, hash }, texts) {
  const told = Object.entries(data).filter(([, value]) => value !== '');
  return h('li', { title: `#${sequence} ${hash}` },
    h('div.entry-head', {}, h('strong', {}, term('event', type)), h('span.hint', {}, actor, ' · ', timeTag(at))),
    told.length
      ? h('dl.facts.tight', {}, told.map(([name, value]) =>
        h('div', {}, h('dt', {}, term('fact', name)), h('dd', {}, readable(value, texts)))))
      : null);
}

// A full hash does not help people; keeps enough of it to compare.
function short(text) {
  return text.replaceAll(/\b[0-9a-f]{64}\b/g, hash => `${hash.slice(0, 12)}…`);
}

function readable(value, texts) {
  return value.startsWith('enc:') && !(value in texts) ? t('erased') : short(texts[value] ?? value);
}
