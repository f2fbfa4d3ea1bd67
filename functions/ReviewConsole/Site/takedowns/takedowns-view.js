// Open orders to take videos down, the earliest deadline first, each with its clock.
import { fill, h, refill } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { poll } from '../core/poll.js';
import { badge, facts, fileName, skeleton, stateBadge, timeTag } from '../core/parts.js';
import { Freshness, failure, isFinal } from '../core/freshness.js';
import { shortDateTime, span } from '../core/format.js';
import { placeOf } from '../core/router.js';
import { decideOrder, kindName, mayDecide } from './decide.js';

const interval = 5000;

export class TakedownsView {
  #main;
  #reviews;
  #session;
  #poll;
  #fresh;
  #hasRead = false;
  #list = h('div', {}, skeleton(3));

  constructor({ main, session, reviews }) {
    this.#main = main;
    this.#session = session;
    this.#reviews = reviews;
  }

  enter() {
    document.title = `${t('nav.takedowns')} · ${t('title')}`;
    this.#fresh = new Freshness(this.#list, () => this.#poll.now());
    fill(this.#main, h('div.page-head', {}, h('h1', {}, t('takedowns'))), this.#fresh.element, this.#list);
    this.#poll = poll(() => this.#refresh(), interval);
    this.#poll.now();
  }

  leave() {
    this.#poll.stop();
  }

  async #refresh() {
    try {
      const { items, kinds } = await this.#reviews.read('/takedowns');
      this.#hasRead = true;
      refill(this.#list, items, () => (items.length === 0
        ? h('p.empty', {}, t('takedowns.none'))
        : h('ul.orders', {}, items.map(item => this.#order(item, kinds)))));
      this.#fresh.good();
      tick(this.#list);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error) {
    if (this.#poll.isStopped) {
      return;
    }

    if (isFinal(error)) {
      this.#poll.pause();
    }

    if (this.#hasRead) {
      this.#fresh.failed(error);
    } else {
      fill(this.#list, failure(error, () => this.#poll.now()));
    }
  }

  #order({ caseId, name, state, takedown }, kinds) {
    const may = mayDecide(kinds, takedown.kind, this.#session);
    const decide = async carryOut => {
      if (await decideOrder(this.#reviews, caseId, carryOut)) {
        await this.#poll.now();
      }
    };
    return h('li.card.order', { data: { caseId } },
      h('div.upload-head', {},
        h('a', { href: placeOf(['case', caseId]) }, fileName(name)), h('span.clock', { data: { due: takedown.dueAt ?? '' } })),
      h('p', {}, h('strong', {}, kindName(kinds, takedown.kind)), ' ', stateBadge(state)),
      facts([
        [t('takedowns.due'), takedown.dueAt ? shortDateTime(takedown.dueAt) : null],
        [t('takedowns.reference'), takedown.reference],
        [t('takedowns.ordered'), [takedown.orderedBy, ' ', timeTag(takedown.orderedAt)]],
        [t('takedowns.note'), takedown.note],
      ], 'tight'),
      takedown.byClock ? h('p.hint', {}, t('takedowns.byClock')) : null,
      may ? h('div.buttons', {},
        h('button', { type: 'button', on: { click: () => decide(false) } }, t('takedowns.withdraw')),
        h('button.primary.bad', { type: 'button', on: { click: () => decide(true) } }, t('takedowns.carryOut')))
        : this.#session.canModerate ? h('p.hint', {}, t('takedowns.senior')) : null);
  }
}

// Clocks run without a new reading, and without taking the focus from a button.
function tick(list) {
  list.querySelectorAll('.clock').forEach(clock => fill(clock, clockOf(clock.dataset.due)));
}

function clockOf(due) {
  const seconds = (Date.parse(due) - Date.now()) / 1000;
  return due === '' ? badge('plain', t('takedowns.noClock'))
    : seconds <= 0 ? badge('bad', t('takedowns.overdue'))
    : badge(seconds < 3600 ? 'bad' : 'warn', t('takedowns.left', { time: span(seconds) }));
}
