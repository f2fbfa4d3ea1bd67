// The rows of the queue. An unchanged row keeps its element, and thereby focus and selection.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { skeleton } from '../core/parts.js';
import { placeOf } from '../core/router.js';
import { isClaimed, isMine, queueRow } from './row.js';
import { step } from './walk.js';

export class RowList {
  #session;
  #onSelection;
  #rows = [];
  #shown = new Map();
  #selected = new Set();
  #body = h('tbody', { role: 'rowgroup' });
  #empty = h('div.empty', { hidden: true });
  #loading = skeleton(6);

  constructor(session, { onSelection, isFiltered }) {
    this.#session = session;
    this.#onSelection = onSelection;
    fill(this.#empty, h('p', {}, t(isFiltered ? 'queue.noMatch' : 'queue.empty')),
      isFiltered ? h('p', {}, h('a', { href: placeOf(['queue']) }, t('filter.clear'))) : null);
    this.#body.addEventListener('click', event => event.target.closest('a.open') && this.#step(event.target.closest('tr')));
  }

  get element() {
    const headers = ['queue.select.column', 'queue.due', 'queue.video', 'queue.why', 'queue.origin', 'queue.state'];
    return h('div.queue', {},
      h('table', { role: 'table', 'aria-label': t('nav.queue') },
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, headers.map((key, index) =>
          h('th', { role: 'columnheader', scope: 'col' }, index === 0 ? h('span.visually-hidden', {}, t(key)) : t(key))))),
        this.#body),
      this.#loading,
      this.#empty);
  }

  get selected() {
    return this.#rows.filter(row => this.#selected.has(row.caseId));
  }

  show(rows) {
    this.#loading.hidden = true;
    const isFirst = this.#shown.size === 0;
    const before = this.#shown;
    this.#rows = rows;
    this.#shown = new Map(rows.map(row => {
      const text = JSON.stringify(row) + (isClaimed(row) ? '!' : '');
      const known = before.get(row.caseId);
      return [row.caseId, known?.text === text ? known : { text, element: this.#make(row, isFirst) }];
    }));
    const focused = document.activeElement?.closest?.('tr')?.dataset.caseId;
    const elements = [...this.#shown.values()].map(({ element }) => element);
    if (elements.length !== this.#body.children.length || elements.some((element, index) => element !== this.#body.children[index])) {
      fill(this.#body, elements);
      this.#focus(focused);
    }

    this.#empty.hidden = rows.length > 0;
  }

  move(by) {
    const ids = this.#rows.map(row => row.caseId);
    const current = ids.indexOf(document.activeElement?.closest?.('tr')?.dataset.caseId);
    this.#focus(ids[Math.min(Math.max(current + by, 0), ids.length - 1)]);
  }

  /** Opens the most urgent review not claimed by another moderator. */
  openFirst() {
    const free = this.#rows.find(row => !isClaimed(row) || isMine(row, this.#session.subject));
    if (free) {
      step(free, this.#rows.indexOf(free));
      location.hash = placeOf(['case', free.caseId]);
    }
  }

  /** Moves to a row, or to the one that took its place. */
  focus(caseId, index) {
    const row = this.#shown.get(caseId) ?? [...this.#shown.values()][Math.min(index, this.#shown.size - 1)];
    const link = row?.element.querySelector('a.open');
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
  }

  toggleCurrent() {
    document.activeElement?.closest?.('tr')?.querySelector('input[type=checkbox]')?.click();
  }

  clearSelection() {
    this.#selected.clear();
    this.#body.querySelectorAll('input[type=checkbox]').forEach(box => (box.checked = false));
  }

  #make(row, isFirst) {
    const element = queueRow(row, {
      me: this.#session.subject,
      isSelected: this.#selected.has(row.caseId),
      canSelect: this.#session.canModerate,
      onSelect: (caseId, on) => this.#select(caseId, on),
    });
    element.classList.toggle('fresh', !isFirst);
    return element;
  }

  #select(caseId, on) {
    if (on) {
      this.#selected.add(caseId);
    } else {
      this.#selected.delete(caseId);
    }

    this.#onSelection();
  }

  #step(element) {
    const index = this.#rows.findIndex(row => row.caseId === element.dataset.caseId);
    step(this.#rows[index], index);
  }

  #focus(caseId) {
    this.#shown.get(caseId)?.element.querySelector('a.open').focus();
  }
}
