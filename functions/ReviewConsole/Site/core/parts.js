// Small things that several views show.
import { h, icon } from './dom.js';
import { icons } from './icons.js';
import { t, term } from './i18n.js';
import { dateTime, relative } from './format.js';

const originTones = { confirmed: 'ai', possible: 'ai', suspected: 'warn', inconclusive: 'warn', notFound: 'plain' };
const stateTones = {
  open: 'info', escalated: 'warn', awaitingInformation: 'plain', awaitingConfirmation: 'info', decided: 'plain', expired: 'bad',
  quarantined: 'info', published: 'good', rejected: 'bad', superseded: 'plain', inspecting: 'plain',
};

export function badge(tone, ...content) {
  return h('span.badge', { class: tone }, content);
}

export function originBadge(origin) {
  return origin ? badge(originTones[origin] ?? 'plain', term('origin', origin)) : null;
}

export function stateBadge(state) {
  return badge(stateTones[state] ?? 'plain', term('state', state));
}

/** A time as people say it; the exact one on demand. It is kept true by `refreshTimes`. */
export function timeTag(iso) {
  return h('time', { datetime: iso, title: dateTime(iso), data: { relative: '' } }, relative(iso));
}

export function refreshTimes(within) {
  within.querySelectorAll('time[data-relative]').forEach(tag => (tag.textContent = relative(tag.dateTime)));
}

/** The last segment of a blob's name. */
export function fileName(name) {
  return name.slice(name.lastIndexOf('/') + 1) || name;
}

/** Names and values, as a list of descriptions; pairs without a value are left out. */
export function facts(pairs, className = '') {
  return h('dl.facts', { class: className }, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

const factGroups = { origin: 'origin', fileOrigin: 'origin', explicitLabel: 'explicitLabel', declaration: 'declaration', safety: 'safetyState', credentials: 'integrity', signer: 'signer', unsafeCategory: 'category' };

/** What a policy's fact is, in words. */
export function factValue(fact, value) {
  return factGroups[fact] ? term(factGroups[fact], value) : value;
}

/** Whether something passed, in words and in colour. */
export function verdictIcon(passed) {
  return h('span.verdict', { class: passed ? 'good' : 'bad' }, icon(passed ? icons.check : icons.cross), h('span.visually-hidden', {}, t(passed ? 'passed' : 'failed')));
}

/** A card with a heading; `id` names it as a landmark. */
export function section(id, title, ...content) {
  return h('section.card', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), content);
}

export function loading() {
  return h('p.hint', { 'aria-busy': 'true' }, t('loading'));
}

/** What to tell people about an error of the API. */
export function explain(error) {
  const known = term('problem', error.kind);
  return known && known !== error.kind ? known : error.problem?.title ? `${error.problem.title}. ${error.problem.detail ?? ''}` : error.message;
}
