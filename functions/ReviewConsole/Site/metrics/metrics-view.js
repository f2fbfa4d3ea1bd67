// Figures of the queue and of decisions, for team leads.
import { fill, h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { number, percent, span } from '../core/format.js';
import { poll } from '../core/poll.js';
import { facts, loading, section, timeTag } from '../core/parts.js';
import { Freshness, failure, isFinal } from '../core/freshness.js';
import { go } from '../core/router.js';

const interval = 15_000;
const windows = [24, 168, 744];

export class MetricsView {
  #main;
  #reviews;
  #hours = windows[0];
  #content = h('div.page', {}, loading());
  #fresh = new Freshness(this.#content, () => this.#poll.now());
  #isShown = false;
  #poll;

  constructor({ main, reviews }) {
    this.#main = main;
    this.#reviews = reviews;
  }

  enter(_, query) {
    this.#hours = windows.find(hours => String(hours) === query.get('hours')) ?? windows[0];
    fill(this.#main, h('div.page-head', {}, h('h1', {}, t('nav.metrics')), this.#windowChoice()), this.#fresh.element, this.#content);
    this.#poll = poll(() => this.#refresh(), interval);
    this.#poll.now();
  }

  leave() {
    this.#poll.stop();
  }

  #windowChoice() {
    const select = h('select', { id: 'window', on: { change: () => go(['metrics'], { hours: select.value }) } },
      windows.map(hours => h('option', { value: hours, selected: hours === this.#hours }, t(`metrics.window.${hours}`))));
    return h('div.field', {}, h('label', { for: 'window' }, t('metrics.window')), select);
  }

  #fail(error) {
    if (isFinal(error)) {
      this.#poll.pause();
    }

    if (this.#isShown) {
      this.#fresh.failed(error);
    } else {
      fill(this.#content, failure(error, () => this.#poll.now()));
    }
  }

  async #refresh() {
    try {
      fill(this.#content, figures(await this.#reviews.read(`/metrics/reviews?hours=${this.#hours}`)));
      this.#isShown = true;
      this.#fresh.good();
    } catch (error) {
      this.#fail(error);
    }
  }
}

function figures(metrics) {
  return [
    h('div.tiles', {},
      tile(t('summary.open'), number(metrics.queueLength)),
      tile(t('summary.oldest'), metrics.oldestAgeSeconds === undefined ? '–' : span(metrics.oldestAgeSeconds)),
      tile(t('metrics.automation'), metrics.automationRate === undefined ? '–' : percent(metrics.automationRate)),
      tile(t('metrics.timeToDecision'), metrics.timeToDecision ? span(metrics.timeToDecision.p50) : '–',
        metrics.timeToDecision ? t('metrics.p95', { time: span(metrics.timeToDecision.p95) }) : t('metrics.none')),
      tile(t('metrics.timeToAutomated'), metrics.timeToAutomatedDecision ? span(metrics.timeToAutomatedDecision.p50) : '–',
        metrics.timeToAutomatedDecision ? t('metrics.p95', { time: span(metrics.timeToAutomatedDecision.p95) }) : t('metrics.none'))),
    h('div.columns', {},
      section('by-policy', t('metrics.byPolicy'), bars(metrics.decisionsByReason, 'reason')),
      section('by-people', t('metrics.byPeople'), bars(metrics.reviewsByReason, 'code'))),
    facts([[t('metrics.since'), timeTag(metrics.windowFrom)], [t('metrics.asOf'), timeTag(metrics.asOf)]]),
    metrics.truncated ? h('p.hint', {}, t('metrics.truncated')) : null,
  ];
}

function tile(name, value, more) {
  return h('div.card.tile', {}, h('strong', {}, value), h('span', {}, name), more ? h('span.hint', {}, more) : null);
}

function bars(counts, group) {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...entries.map(([, count]) => count));
  return entries.length === 0 ? h('p.hint', {}, t('metrics.none')) : h('ul.bars', {}, entries.map(([reason, count]) =>
    h('li', { style: { '--share': `${(100 * count) / most}%` } }, h('span', {}, term(group, reason)), h('strong', {}, number(count)))));
}
