// Filters of the queue. Kept in the URL: a filtered queue can be bookmarked.
import { h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { go } from '../core/router.js';

const names = ['state', 'reason', 'generator', 'policy', 'assignee', 'age'];
const states = ['open', 'escalated', 'awaitingInformation', 'awaitingConfirmation'];
const ages = { 1: 'filter.age.1', 4: 'filter.age.4', 24: 'filter.age.24' };

/** Converts filters from the URL to the API's query. */
export function apiFilters(filters, now = Date.now()) {
  const { age, ...rest } = filters;
  return age ? { ...rest, openedBefore: new Date(now - age * 3_600_000).toISOString() } : rest;
}

export function readFilters(query) {
  return Object.fromEntries(names.map(name => [name, query.get(name)]).filter(([, value]) => value));
}

export class FilterBar {
  #filters;
  #selects = {};

  constructor(filters) {
    this.#filters = filters;
  }

  element = h('form.filters', { role: 'search', on: { submit: event => event.preventDefault() } });

  render() {
    const choices = {
      state: states.map(state => [state, term('state', state)]),
      assignee: [['none', t('filter.assignee.none')], ['me', t('filter.assignee.me')]],
      reason: [],
      generator: [],
      policy: [],
      age: Object.entries(ages).map(([hours, key]) => [hours, t(key)]),
    };
    this.element.setAttribute('aria-label', t('filter'));
    const fields = Object.entries(choices).map(([name, values]) => this.#field(name, values));
    this.element.replaceChildren(...[...fields, this.#clear()].filter(Boolean));
    return this.element;
  }

  focus() {
    this.#selects.state?.focus();
  }

  /** Offers the values present in the queue, with counts. @param {object} summary of the API */
  offer(summary, rows) {
    this.#offer('reason', summary?.byReason, value => term('reason', value));
    this.#offer('generator', summary?.byGenerator, value => value);
    const policies = Object.fromEntries(rows.map(row => [row.policyId, '']));
    this.#offer('policy', policies, value => value);
  }

  #field(name, values) {
    const select = h('select', { id: `filter-${name}`, on: { change: () => this.#choose(name, select.value) } },
      h('option', { value: '' }, t('filter.any')),
      values.map(([value, text]) => h('option', { value, selected: this.#filters[name] === value }, text)));
    this.#selects[name] = select;
    this.#keepChosen(name);
    return h('div.field', {}, h('label', { for: `filter-${name}` }, t(`filter.${name}`)), select);
  }

  #offer(name, counts, title) {
    const select = this.#selects[name];
    if (!select || !counts || document.activeElement === select) {
      return;
    }

    // The API counts cases without a value as `none`, which is not a filter.
    const options = Object.entries(counts).filter(([value]) => value !== 'none').sort(([, a], [, b]) => b - a).map(([value, count]) =>
      h('option', { value, selected: this.#filters[name] === value }, count ? `${title(value)} (${count})` : title(value)));
    select.replaceChildren(select.options[0], ...options);
    this.#keepChosen(name);
  }

  // Keeps a selected value that the queue no longer contains.
  #keepChosen(name) {
    const select = this.#selects[name];
    const chosen = this.#filters[name] ?? '';
    if (chosen && ![...select.options].some(option => option.value === chosen)) {
      select.append(h('option', { value: chosen }, chosen));
    }

    select.value = chosen;
  }

  #choose(name, value) {
    go(['queue'], { ...this.#filters, [name]: value });
  }

  #clear() {
    return Object.keys(this.#filters).length === 0 ? null
      : h('button.ghost', { type: 'button', on: { click: () => go(['queue']) } }, t('filter.clear'));
  }
}
