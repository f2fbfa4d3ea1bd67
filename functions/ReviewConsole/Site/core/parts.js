// Small components shared by several views.
import { h, icon } from './dom.js';
import { icons } from './icons.js';
import { t, term } from './i18n.js';
import { dateTime, relative } from './format.js';

const originTones = { confirmed: 'ai', possible: 'ai', suspected: 'warn', inconclusive: 'warn', notFound: 'plain' };
const stateTones = {
  open: 'info', escalated: 'warn', awaitingInformation: 'plain', awaitingConfirmation: 'info', decided: 'plain', expired: 'bad',
  quarantined: 'info', published: 'good', rejected: 'bad', superseded: 'plain', lost: 'bad', inspecting: 'plain', imported: 'plain',
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

/** A relative time, with the exact time as tooltip. Kept up to date by `refreshTimes`. */
export function timeTag(iso) {
  return h('time', { datetime: iso, title: dateTime(iso), data: { relative: '' } }, relative(iso));
}

export function refreshTimes(within) {
  within.querySelectorAll('time[data-relative]').forEach(tag => (tag.textContent = relative(tag.dateTime)));
}

/** Gets the last segment of a blob name. */
export function fileName(name) {
  return name.slice(name.lastIndexOf('/') + 1) || name;
}

/** A description list; pairs without a value are omitted. */
export function facts(pairs, className = '') {
  return h('dl.facts', { class: className }, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

const factGroups = {
  origin: 'origin',
  fileOrigin: 'origin',
  explicitLabel: 'explicitLabel',
  declaration: 'declaration',
  safety: 'safetyState',
  credentials: 'integrity',
  signer: 'signer',
  unsafeCategory: 'category',
};

/** Describes the value of a policy fact. */
export function factValue(fact, value) {
  return factGroups[fact] ? term(factGroups[fact], value) : value;
}

/** Shows whether a check passed, in words and in colour. */
export function verdictIcon(passed) {
  return h('span.verdict', { class: passed ? 'good' : 'bad' },
    icon(passed ? icons.check : icons.cross),
    h('span.visually-hidden', {}, t(passed ? 'passed' : 'failed')));
}

/** A card with a heading; `id` makes it a landmark. */
export function section(id, title, ...content) {
  return h('section.card', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), content);
}

/** Grey bars in the place of what is being read. */
export function skeleton(lines) {
  return h('div.skeleton', { 'aria-busy': 'true', role: 'status' },
    h('span.visually-hidden', {}, t('loading')), Array.from({ length: lines }, () => h('span', { 'aria-hidden': 'true' })));
}

export function loading() {
  return h('p.hint', { 'aria-busy': 'true' }, t('loading'));
}

/** Explains an API error to the user. */
export function explain(error) {
  if (error.status === 0) {
    return t('offline');
  }

  const known = term('problem', error.kind);
  return known && known !== error.kind ? known
    : error.problem?.title ? `${error.problem.title}. ${error.problem.detail ?? ''}`
    : error.message;
}
