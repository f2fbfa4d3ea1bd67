// Findings with a time in the video, in time order. Pure.
import { t, term } from '../core/i18n.js';
import { timeSpan } from '../core/format.js';

/**
 * @param {object} shown the case
 * @param {object|null} visible explicit-labels.json
 * @returns {{lane: 'label'|'safety', tone: string, from: number, to: number, text: string, about: string}[]} times in seconds
 */
export function momentsOf(shown, visible) {
  return [...labels(shown, visible), ...hits(shown)].sort((a, b) => a.from - b.from);
}

function labels(shown, visible) {
  const seen = visible?.labels.map(label => ({
    text: label.text,
    kind: label.kind,
    from: timeSpan(label.firstSeen) ?? 0,
    to: Math.max(timeSpan(label.lastSeen) ?? 0, (timeSpan(label.firstSeen) ?? 0) + (timeSpan(label.shown) ?? 0)),
    passed: isPassed(label.conformance),
  })) ?? shown.explicitLabel?.labels.map(label => ({
    text: label.text, kind: label.kind, from: label.firstSeen, to: label.firstSeen + label.shown, passed: label.compliance === 'present',
  })) ?? [];
  return seen.map(label => ({
    lane: 'label',
    tone: label.passed ? 'good' : 'warn',
    from: label.from,
    to: label.to,
    text: label.text,
    about: `${term('visibleKind', label.kind)}: ${t(label.passed ? 'visible.passes' : 'visible.fails')}`,
  }));
}

function hits(shown) {
  return (shown.safety?.hits ?? []).filter(hit => typeof hit.seconds === 'number').map(hit => ({
    lane: 'safety',
    tone: 'bad',
    from: hit.seconds,
    to: hit.seconds,
    text: term('category', hit.category),
    about: hit.severity ? t('safety.severity', { n: hit.severity }) : hit.blocklist ?? '',
  }));
}

export function isPassed(conformance) {
  return ['elements', 'atStart', 'duration', 'continuity', 'legibility', 'height', 'tracks'].every(name => conformance?.[name]?.passed);
}
