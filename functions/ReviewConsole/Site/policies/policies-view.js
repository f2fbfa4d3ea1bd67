// The policies, their versions, and backtests.
import { fill, h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { failure } from '../core/freshness.js';
import { badge, factValue, facts, loading, section, timeTag } from '../core/parts.js';
import { openDialog } from '../core/dialog.js';
import { placeOf } from '../core/router.js';
import { Backtest } from './backtest.js';

const tones = { active: 'good', shadow: 'info', law: 'good', idle: 'plain', earlier: 'plain' };

export class PoliciesView {
  #main;
  #reviews;
  #session;
  #backtest = null;

  constructor({ main, reviews, session }) {
    this.#main = main;
    this.#reviews = reviews;
    this.#session = session;
  }

  async enter([policyId]) {
    const content = h('div.page', {}, loading());
    fill(this.#main, h('div.page-head', {}, h('h1', {}, t('nav.policies'))), content);
    try {
      fill(content, policyId ? await this.#one(policyId) : await this.#all());
    } catch (error) {
      fill(content, failure(error, () => this.enter([policyId])));
    }
  }

  leave() {
    this.#backtest?.stop();
  }

  async #all() {
    const { value } = await this.#reviews.read('/policies');
    return h('ul.policies', {}, value.map(policy => h('li.card', {},
      h('div.finding-head', {},
        h('h2', {}, h('a', { href: placeOf(['policies', policy.id]) }, policy.title)),
        badge(tones[policy.role], term('policyRole', policy.role))),
      facts([[t('policy.version'), version(policy)], [t('policy.source'), policy.source]]))));
  }

  async #one(policyId) {
    const path = `/policies/${encodeURIComponent(policyId)}`;
    const [policy, versions] = await Promise.all([this.#reviews.read(path), this.#reviews.read(`${path}/versions`)]);
    const { document: rules } = policy;
    this.#backtest = new Backtest(this.#reviews, policyId, rules);
    return [
      h('nav', { 'aria-label': t('case.crumbs') }, h('a', { href: placeOf(['policies']) }, '‹ ', t('nav.policies'))),
      section('policy', rules.title ?? policy.id,
        facts([
          [t('policy.version'), [version(policy), ' ', badge(tones[policy.role], term('policyRole', policy.role))]],
          [t('policy.source'), rules.source],
        ]),
        h('ol.rules', {}, (rules.rules ?? []).map(rule)),
        h('details', {}, h('summary', {}, t('policy.document')), h('pre', { tabindex: '0' }, JSON.stringify(rules, null, 2)))),
      section('versions', t('policy.versions'), h('ul.related', {}, versions.value.map(known => h('li', {},
        h('button.link', { type: 'button', on: { click: () => this.#show(path, known) } }, version(known)),
        badge(tones[known.role], term('policyRole', known.role)), known.keptAt ? h('span.hint', {}, timeTag(known.keptAt)) : null)))),
      this.#session.has('SeniorModerator') ? this.#backtest.element : null,
    ];
  }

  #show(path, known) {
    const text = h('pre', { tabindex: '0' }, t('loading'));
    openDialog(version(known), () => [text], 'wide');
    this.#reviews.read(`${path}?hash=${known.hash}`)
      .then(policy => (text.textContent = JSON.stringify(policy.document, null, 2)))
      .catch(error => (text.textContent = explain(error)));
  }
}

function rule({ id, clause, when, then, reason }) {
  return h('li', {},
    h('div.rule-head', {}, h('code', {}, id), clause ? h('cite', {}, clause) : null),
    h('p', {}, badge(then === 'quarantine' ? 'warn' : 'good', term('outcome', then)), ' ', term('reason', reason)),
    when ? facts(Object.entries(when).map(([fact, values]) => [
      term('fact', fact),
      Array.isArray(values) ? values.map(value => factValue(fact, value)).join(', ') : JSON.stringify(values),
    ]), 'tight') : null);
}

function version({ id, version: number, hash }) {
  return `${id} ${number} · ${hash.slice(0, 12)}…`;
}
