// Figures of the queue: number of open and overdue reviews, age of the oldest, and reasons.
import { fill, h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { number, span } from '../core/format.js';
import { placeOf } from '../core/router.js';

export class Summary {
  element = h('section.summary', { 'aria-label': t('summary') });

  show(summary) {
    const age = summary.oldestOpenedAt ? (Date.now() - Date.parse(summary.oldestOpenedAt)) / 1000 : null;
    fill(this.element,
      this.#figure(t('summary.open'), number(summary.open)),
      this.#figure(t('summary.overdue'), number(summary.overdue ?? 0), summary.overdue > 0 ? 'bad' : ''),
      this.#figure(t('summary.oldest'), age === null ? '–' : span(Math.max(age, 0))),
      this.#reasons(summary.byReason ?? {}, summary.open));
  }

  #figure(name, value, tone = '') {
    return h('div.figure', { class: tone }, h('strong', {}, value), h('span', {}, name));
  }

  #reasons(byReason, total) {
    const entries = Object.entries(byReason).filter(([reason]) => reason !== 'none').sort(([, a], [, b]) => b - a).slice(0, 6);
    return h('ul.reasons', { 'aria-label': t('summary.byReason') }, entries.map(([reason, count]) => h('li', {},
      h('a', { href: placeOf(['queue'], { reason }), style: { '--share': total ? `${(100 * count) / total}%` : '0%' } },
        h('span', {}, term('reason', reason)), h('strong', {}, number(count))))));
  }
}
