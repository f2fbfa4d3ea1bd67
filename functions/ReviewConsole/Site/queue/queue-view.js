// The review queue, most urgent first, kept up to date.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { poll } from '../core/poll.js';
import { bindKeys } from '../core/keyboard.js';
import { refreshTimes } from '../core/parts.js';
import { Freshness, failure, isFinal } from '../core/freshness.js';
import { FilterBar, apiFilters, readFilters } from './filters.js';
import { Summary } from './summary.js';
import { RowList } from './row-list.js';
import { BulkBar } from './bulk.js';
import { beginWalk, lastQueue, lengthen } from './walk.js';

const interval = 4000;
const pageSize = 50;

export class QueueView {
  #main;
  #reviews;
  #session;
  #filters = {};
  #bar;
  #summary = new Summary();
  #list;
  #bulk;
  #pages = 1;
  #poll;
  #unbind = () => {};
  #isPlaced = false;
  #fresh;
  #more = h('button', { type: 'button', hidden: true });

  constructor({ main, session, reviews }) {
    this.#main = main;
    this.#reviews = reviews;
    this.#session = session;
    this.#more.addEventListener('click', () => this.#showMore());
  }

  enter(_, query) {
    this.#filters = readFilters(query);
    const last = lastQueue();
    const isBack = JSON.stringify(last.filters) === JSON.stringify(this.#filters);
    this.#pages = isBack ? last.pages : 1;
    this.#isPlaced = !isBack || last.at === null;
    beginWalk(this.#filters, this.#pages);
    this.#bar = new FilterBar(this.#filters);
    this.#list = new RowList(this.#session, {
      onSelection: () => this.#bulk.show(this.#list.selected),
      isFiltered: Object.keys(this.#filters).length > 0,
    });
    const list = this.#list.element;
    this.#fresh = new Freshness(list, () => this.#poll.now());
    this.#bulk = new BulkBar(this.#reviews, () => this.#clearSelection());
    this.#more.textContent = t('queue.more');
    fill(this.#main,
      h('h1.visually-hidden', {}, t('nav.queue')),
      this.#summary.element,
      this.#bar.render(),
      this.#fresh.element,
      list,
      this.#more,
      this.#bulk.element);
    this.#unbind = bindKeys({
      j: { label: t('keys.nextRow'), run: () => this.#list.move(1) },
      k: { label: t('keys.previousRow'), run: () => this.#list.move(-1) },
      ArrowDown: { label: t('keys.nextRow'), run: () => this.#list.move(1) },
      ArrowUp: { label: t('keys.previousRow'), run: () => this.#list.move(-1) },
      n: { label: t('keys.first'), run: () => this.#list.openFirst() },
      x: { label: t('keys.select'), run: () => this.#list.toggleCurrent() },
      '/': { label: t('keys.filter'), run: () => this.#bar.focus() },
    });
    this.#poll = poll(() => this.#refresh(), interval);
    this.#poll.now();
  }

  leave() {
    this.#poll.stop();
    this.#unbind();
  }

  async #refresh() {
    const [rows, summary] = await Promise.all([attempt(this.#load()), attempt(this.#reviews.summary())]);
    if (summary.value) {
      this.#summary.show(summary.value);
    }

    if (rows.value) {
      this.#list.show(rows.value.rows);
      this.#fresh.good();
      this.#place();
      this.#more.hidden = !rows.value.next;
      this.#bar.offer(summary.value, rows.value.rows);
    }

    if (rows.error) {
      this.#fail(rows.error);
    }

    refreshTimes(this.#main);
  }

  async #load() {
    let page = await this.#reviews.list({ ...apiFilters(this.#filters), pageSize });
    const rows = [...page.value];
    // A page may be short even if more pages follow.
    for (let count = 1; page.nextLink && (count < this.#pages || rows.length < pageSize / 2) && count < 20; count++) {
      page = await this.#reviews.page(page.nextLink);
      rows.push(...page.value);
    }

    return { rows, next: page.nextLink };
  }

  // Where the user was before the case.
  #place() {
    if (!this.#isPlaced) {
      this.#isPlaced = true;
      const { at, index } = lastQueue();
      this.#list.focus(at.caseId, index);
    }
  }

  #fail(error) {
    if (this.#poll.isStopped) {
      // The page has another view by now, or that of the sign-in.
      return;
    }

    if (isFinal(error)) {
      this.#poll.pause();
      fill(this.#main, failure(error, () => {}));
    } else {
      this.#fresh.failed(error);
    }
  }

  #showMore() {
    this.#pages += 1;
    lengthen(this.#pages);
    this.#poll.now();
  }

  #clearSelection() {
    this.#list.clearSelection();
    this.#bulk.show([]);
    this.#poll.now();
  }
}

async function attempt(promise) {
  try {
    return { value: await promise };
  } catch (error) {
    return { error };
  }
}
