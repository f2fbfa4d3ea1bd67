// Bulk decisions, after a dry run that shows the expected result of each.
import { fill, h } from '../core/dom.js';
import { language, t } from '../core/i18n.js';
import { explain, fileName, loading } from '../core/parts.js';
import { ReasonList } from '../core/reason-list.js';
import { openDialog } from '../core/dialog.js';
import { announce } from '../core/announce.js';
import { newKey } from '../api/client.js';

export class BulkBar {
  #reviews;
  #onDone;

  constructor(reviews, onDone) {
    this.#reviews = reviews;
    this.#onDone = onDone;
  }

  element = h('div.bulk', { role: 'region', hidden: true });

  show(rows) {
    this.element.hidden = rows.length === 0;
    this.element.setAttribute('aria-label', t('bulk'));
    fill(this.element,
      h('strong', {}, t('bulk.selected', { n: rows.length })),
      h('button.good', { type: 'button', on: { click: () => this.#open(rows, 'approve') } }, t('verdict.approve')),
      h('button.bad', { type: 'button', on: { click: () => this.#open(rows, 'reject') } }, t('verdict.reject')),
      h('button.ghost', { type: 'button', on: { click: this.#onDone } }, t('bulk.clear')));
  }

  async #open(rows, verdict) {
    try {
      const cases = await Promise.all(rows.map(row => this.#reviews.get(row.caseId)));
      const done = await openDialog(t(`bulk.${verdict}`, { n: rows.length }),
        close => [new BulkForm(this.#reviews, rows, cases, verdict, close).element], 'wide');
      if (done) {
        announce(t('bulk.done', { n: done }), 'good');
        this.#onDone();
      }
    } catch (error) {
      announce(explain(error), 'bad');
    }
  }
}

class BulkForm {
  #reviews;
  #rows;
  #verdict;
  #close;
  #items;
  #reason = new ReasonList('bulk-reason', () => this.#restart());
  #note = h('textarea', { id: 'bulk-note', rows: 2, maxlength: 2000 });
  #results = h('div', { 'aria-live': 'polite' });
  #submit = h('button.primary', { type: 'submit' });
  #checked = false;

  constructor(reviews, rows, cases, verdict, close) {
    this.#reviews = reviews;
    this.#rows = rows;
    this.#verdict = verdict;
    this.#close = close;
    this.#items = rows.map((row, index) => ({ caseId: row.caseId, etag: cases[index].etag }));
    // The reason must fit every case.
    const lists = cases.map(({ value }) => (verdict === 'approve' ? value.approveReasons : value.rejectReasons));
    const common = lists[0].filter(reason => lists.every(list => list.some(other => other.code === reason.code)));
    this.#reason.show(common, null, true);
    this.#restart();
    if (common.length === 0) {
      fill(this.#results, h('p.bad', {}, t('bulk.noReason')));
    }
  }

  get element() {
    return h('form', { on: { submit: event => this.#send(event), keydown: event => this.#number(event) } },
      h('p.hint', {}, t('bulk.hint')),
      this.#reason.element,
      h('label', { for: 'bulk-note' }, t('note')), this.#note,
      this.#results,
      h('div.buttons', {}, h('button', { type: 'button', on: { click: () => this.#close() } }, t('cancel')), this.#submit));
  }

  #restart() {
    this.#checked = false;
    this.#submit.textContent = t('bulk.dryRun');
    this.#submit.disabled = this.#reason.value === null;
    fill(this.#results);
  }

  #number(event) {
    if (/^[1-9]$/.test(event.key) && event.target !== this.#note && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#reason.choose(Number(event.key));
    }
  }

  async #send(event) {
    event.preventDefault();
    this.#submit.disabled = true;
    const body = {
      dryRun: !this.#checked,
      verdict: this.#verdict,
      reasonCode: this.#reason.value,
      note: this.#note.value || undefined,
      items: this.#items,
    };
    try {
      const { results } = await this.#reviews.bulk(body, newKey());
      this.#show(results);
      if (this.#checked) {
        this.#finish(results);
      } else {
        const possible = results.filter(result => result.outcome !== 'refused');
        this.#items = this.#items.filter(item => possible.some(result => result.caseId === item.caseId));
        this.#checked = this.#items.length > 0;
        this.#submit.textContent = t(`bulk.${this.#verdict}`, { n: this.#items.length });
        this.#submit.disabled = this.#items.length === 0;
      }
    } catch (error) {
      fill(this.#results, h('p.bad', {}, explain(error)));
      this.#submit.disabled = false;
    }
  }

  #finish(results) {
    const refused = results.filter(result => result.outcome === 'refused');
    if (refused.length === 0) {
      this.#close(results.length);
    } else {
      this.#submit.hidden = true;
    }
  }

  #show(results) {
    fill(this.#results, h('ul.results', {}, results.map(result => h('li', { class: result.outcome === 'refused' ? 'bad' : 'good' },
      h('span', {}, this.#nameOf(result.caseId)),
      h('span', {}, result.problem
        ? explain({ kind: String(result.problem.type ?? '').split('/').pop(), problem: result.problem })
        : t(`outcome.${result.outcome}`)),
      result.outcome.startsWith('would') ? this.#statement(result.caseId) : null))));
    this.#results.querySelector('details')?.setAttribute('open', '');
  }

  // Read when it is opened; the first is open.
  #statement(caseId) {
    const decision = { verdict: this.#verdict, reasonCode: this.#reason.value };
    const details = h('details', { on: { toggle: () => details.open && read() } }, h('summary', {}, t('statement.preview')));
    const read = async () => {
      const body = h('div', { 'aria-live': 'polite' }, loading());
      details.replaceChildren(details.firstChild, body);
      try {
        const { statement } = await this.#reviews.preview(caseId, decision, language());
        fill(body, statement.text.split(/\n+/).filter(Boolean).map(paragraph => h('p', { lang: statement.language }, paragraph)));
      } catch (error) {
        fill(body, h('p.bad', {}, explain(error)));
      }
    };
    return details;
  }

  #nameOf(caseId) {
    const row = this.#rows.find(found => found.caseId === caseId);
    return row?.title || fileName(row?.name ?? caseId);
  }
}
