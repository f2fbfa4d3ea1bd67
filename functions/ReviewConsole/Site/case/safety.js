// Content Safety results: the highest severity of each category, and where thresholds were reached.
import { h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { badge, section } from '../core/parts.js';
import { position } from '../core/format.js';

const tones = { safe: 'good', unsafe: 'bad', unavailable: 'warn', refused: 'warn', notChecked: 'plain' };
const highest = 6;

export function safetySection(shown, jump) {
  const { safety } = shown;
  if (!safety) {
    return section('safety', t('safety'), h('p.hint', {}, t('safety.none')));
  }

  const refused = (safety.framesRefused ?? 0) + (safety.textsRefused ?? 0);
  return section('safety', t('safety'),
    h('p.lead', {}, badge(tones[safety.state] ?? 'plain', term('safetyState', safety.state)), ' ', t('safety.calls', { n: safety.calls })),
    h('ul.severities', {}, Object.entries(safety.highest).map(([category, severity]) => h('li', {},
      h('span', {}, t(`category.${category}`)),
      h('meter', { min: 0, max: highest, low: 3, high: 5, optimum: 0, value: severity, 'aria-label': t(`category.${category}`) }),
      h('span.measured', {}, `${severity}/${highest}`)))),
    safety.hits.length
      ? h('ul.hits', {}, safety.hits.map(hit => h('li', {}, badge('bad', term('category', hit.category)), ' ', place(hit, jump))))
      : null,
    safety.framesLeftOut ? h('p.hint', {}, t('safety.leftOut', { n: safety.framesLeftOut })) : null,
    refused > 0 ? h('p.hint', {}, t('safety.refused', { n: refused })) : null,
    safety.outage ? h('p.hint', {}, safety.outage) : null);
}

function place(hit, jump) {
  const about = hit.severity ? t('safety.severity', { n: hit.severity }) : hit.blocklist ?? '';
  return typeof hit.seconds === 'number'
    ? [
      about, ' ',
      h('button.small', { type: 'button', on: { click: () => jump(hit.seconds) } }, t('visible.show', { time: position(hit.seconds) })),
    ]
    : `${about} · ${term('text', hit.text)}`;
}
