// The visible labels, with each requirement of the standard and the measured value.
import { h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { badge, section, verdictIcon } from '../core/parts.js';
import { percent, position, timeSpan } from '../core/format.js';
import { isPassed } from './moments.js';

const clause = 'GB 45438-2025 §5.4';

/** @param {object|null} visible explicit-labels.json @param {(seconds: number) => void} jump */
export function visibleSection(shown, visible, jump) {
  const compliance = shown.explicitLabel?.compliance;
  return section('visible', t('visible'),
    h('p.lead', {}, badge(compliance === 'present' ? 'good' : 'warn', term('explicitLabel', compliance ?? 'notChecked')), ' ',
      t(`explicitLabel.${compliance ?? 'notChecked'}.text`), ' ', h('cite', {}, clause)),
    visible?.labels.length ? h('ul.visible-labels', {}, visible.labels.map(label => one(label, jump))) : null,
    shown.explicitLabel?.problems.length
      ? h('p.hint', {}, t('visible.problems', { list: shown.explicitLabel.problems.join(', ') }))
      : null);
}

function one(label, jump) {
  const from = timeSpan(label.firstSeen) ?? 0;
  const { elements, atStart, duration, continuity, legibility, height, tracks } = label.conformance;
  return h('li', {},
    h('div.finding-head', {},
      h('q', {}, label.text),
      badge(isPassed(label.conformance) ? 'good' : 'warn', term('visibleKind', label.kind)),
      label.generator ? badge('plain', label.generator) : null,
      h('button.small', { type: 'button', on: { click: () => jump(from) } }, t('visible.show', { time: position(from) }))),
    h('ul.checks', {},
      check(elements, t('check.elements'), elements.measured || t('check.none')),
      check(atStart, t('check.atStart'), t('check.from', { time: position(atStart.measured) })),
      check(duration, t('check.duration'), t('check.seconds', { n: Math.round(duration.measured * 10) / 10 })),
      check(continuity, t('check.continuity'), t('check.seconds', { n: Math.round(continuity.measured * 10) / 10 })),
      check(legibility, t('check.legibility'), t('check.ratio', { n: legibility.measured })),
      check(height, t('check.height'), percent(height.measured)),
      tracks.passed ? null : check(tracks, t('check.tracks'), String(tracks.measured))),
    h('p.hint', {}, [
      term('place', label.position),
      label.moves ? t('visible.moves') : null,
      t('visible.confidence', { share: percent(label.confidence, 0) }),
    ].filter(Boolean).join(' · ')));
}

function check({ passed }, name, measured) {
  return h('li', {}, verdictIcon(passed), h('span', {}, name), h('span.measured', {}, measured));
}
