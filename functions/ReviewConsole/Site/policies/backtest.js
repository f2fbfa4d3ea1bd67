// Backtests a policy, loaded or draft, on past cases and shows the differences. Changes no case.
import { fill, h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { number } from '../core/format.js';
import { badge, explain, facts, section } from '../core/parts.js';
import { placeOf } from '../core/router.js';

const interval = 1500;

export class Backtest {
  #reviews;
  #policyId;
  #draft = h('textarea.code', { id: 'draft', rows: 12, spellcheck: 'false' });
  #limit = h('input', { id: 'limit', type: 'number', min: 1, max: 200000, value: 10000 });
  #result = h('div', { 'aria-live': 'polite' });
  #run = h('button.primary', { type: 'submit' });
  #timer;

  constructor(reviews, policyId, rules) {
    this.#reviews = reviews;
    this.#policyId = policyId;
    this.#draft.value = JSON.stringify(rules, null, 2);
    this.#run.textContent = t('backtest.run');
  }

  get element() {
    return section('backtest', t('backtest'),
      h('p.hint', {}, t('backtest.hint')),
      h('form.stack', { on: { submit: event => this.#start(event) } },
        h('div', {}, h('label', { for: 'draft' }, t('backtest.draft')), this.#draft),
        h('div.field', {}, h('label', { for: 'limit' }, t('backtest.limit')), this.#limit),
        h('div.buttons', {}, this.#run)),
      this.#result);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #start(event) {
    event.preventDefault();
    this.#run.disabled = true;
    try {
      const body = { policy: JSON.parse(this.#draft.value), limit: Number(this.#limit.value) };
      this.#follow(await this.#reviews.post(`/policies/${encodeURIComponent(this.#policyId)}/backtests`, body));
    } catch (error) {
      this.#fail(error instanceof SyntaxError ? error.message : problemText(error));
    }
  }

  async #follow(backtest) {
    this.#show(backtest);
    if (['completed', 'failed'].includes(backtest.state)) {
      this.#run.disabled = false;
      return;
    }

    this.#timer = setTimeout(async () => {
      try {
        this.#follow(await this.#reviews.read(`/backtests/${encodeURIComponent(backtest.backtestId)}`));
      } catch (error) {
        this.#fail(explain(error));
      }
    }, interval);
  }

  #fail(text) {
    this.#run.disabled = false;
    fill(this.#result, h('p.bad', { role: 'alert' }, text));
  }

  #show({ state, result, failure }) {
    fill(this.#result,
      h('p', {},
        badge(state === 'failed' ? 'bad' : state === 'completed' ? 'good' : 'info', term('backtestState', state)), ' ', failure ?? ''),
      facts([
        [t('backtest.seen'), number(result.seen)],
        [t('backtest.compared'), number(result.compared)],
        [t('backtest.same'), number(result.same)],
        [t('backtest.nowPublished'), number(result.nowPublished)],
        [t('backtest.nowQuarantined'), number(result.nowQuarantined)],
      ]),
      result.differences.length === 0 ? null : differences(result.differences));
  }
}

function differences(found) {
  return h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': t('backtest.differences') },
    h('table.plain', {},
      h('thead', {}, h('tr', {}, ['then', 'now', 'count', 'approved', 'rejected', 'cases'].map(column =>
        h('th', { scope: 'col' }, t(`backtest.${column}`))))),
      h('tbody', {}, found.map(difference))));
}

function difference({ then, now, count, approved, rejected, cases }) {
  return h('tr', {},
    [verdict(then), verdict(now), number(count), number(approved), number(rejected)].map(cell => h('td', {}, cell)),
    h('td', {}, cases.slice(0, 3).map(caseId => h('a.mono', { href: placeOf(['case', caseId]) }, caseId.slice(0, 6)))));
}

function verdict({ outcome, reason, rule }) {
  return [h('span', {}, term('outcome', outcome)), ' · ', term('reason', reason), rule ? h('span.hint', {}, ` ${rule}`) : null];
}

function problemText(error) {
  const fields = error.problem?.errors?.map(field => `${field.pointer}: ${field.detail}`) ?? [];
  return [explain(error), ...fields].join(' ');
}
