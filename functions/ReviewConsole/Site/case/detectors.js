// What external detectors say: evidence beside the rest, never a verdict.
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { badge, facts, section } from '../core/parts.js';
import { percent } from '../core/format.js';

export function detectorsSection({ detectors }) {
  return detectors?.length ? section('detectors', t('detectors'),
    h('p.hint', {}, t('detectors.hint')),
    h('ul.stack', {}, detectors.map(({ name, state, score, model, words }) => h('li', {},
      h('div.finding-head', {}, h('strong', {}, name),
        state === 'judged' ? badge('plain', percent(score, 0)) : badge('warn', t('detectors.unavailable'))),
      typeof score === 'number'
        ? h('meter', { min: 0, max: 1, value: score, 'aria-label': `${t('detectors.score')}: ${percent(score, 0)}` }) : null,
      facts([[t('detectors.model'), model]]),
      words ? h('blockquote', {}, words) : null)))) : null;
}
