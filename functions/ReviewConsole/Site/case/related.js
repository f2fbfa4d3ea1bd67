// Other cases by the same uploader, and with the same content.
import { fill, h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { badge, explain, fileName, loading, section, stateBadge, timeTag } from '../core/parts.js';
import { placeOf } from '../core/router.js';

const shown = 5;

export class Related {
  #content = h('div', {}, loading());

  constructor(reviews, caseId) {
    this.#load(reviews, caseId);
  }

  get element() {
    return section('related', t('related'), this.#content);
  }

  async #load(reviews, caseId) {
    try {
      const { sameContent, sameUploader, unreadable, falseDeclarations } = await reviews.of(caseId, 'related');
      fill(this.#content, list('related.content', sameContent), list('related.uploader', sameUploader),
        falseDeclarations?.length ? h('details.falsely', {},
          h('summary', {}, badge('warn', t('submission.falsely', { n: falseDeclarations.length }))),
          h('ul.related', {}, falseDeclarations.map(other => h('li', {}, h('a.mono', { href: placeOf(['case', other]) }, other))))) : null,
        unreadable.length ? h('p.bad', { title: unreadable.join(' ') }, t('related.unreadable', { n: unreadable.length })) : null);
    } catch (error) {
      fill(this.#content, h('p.hint', {}, explain(error)));
    }
  }
}

function list(title, cases) {
  return [
    h('h3', {}, t(title)),
    cases.length === 0 ? h('p.hint', {}, t('related.none')) : h('ul.related', {}, cases.slice(0, shown).map(one)),
    cases.length > shown
      ? h('details', {},
        h('summary', {}, t('related.more', { n: cases.length - shown })),
        h('ul.related', {}, cases.slice(shown).map(one)))
      : null,
  ];
}

function one(other) {
  return h('li', {},
    h('a', { href: placeOf(['case', other.caseId]), title: other.name }, fileName(other.name)),
    stateBadge(other.state),
    h('span.hint', {}, term('reason', other.reason), other.reason ? ' · ' : '', timeTag(other.openedAt)));
}
