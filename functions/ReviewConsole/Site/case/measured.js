// What is wrong, as measured, and what a moderator would usually do about it. Pure.
import { t, term } from '../core/i18n.js';
import { percent, position, timeSpan } from '../core/format.js';

const labelFaults = ['incomplete', 'notAtStart', 'tooShort', 'flickering', 'illegible', 'undersized'];
const unread = ['undecodable', 'notChecked', 'inconclusive'];

/**
 * @param {object} shown the case @param {object|null} visible explicit-labels.json
 * @returns {{text: string, seconds: number|null, label: object|null}[]} the most important first
 */
export function faultsOf(shown, visible) {
  return [...safetyFaults(shown), ...readingFaults(shown), ...labelFaultsOf(shown, visible)];
}

/**
 * @param {object} reviewed the case with the reasons and labels that its policy and file allow
 * @returns {{verdict: string, reasonCode: string, label?: object}|{ask: true}|null}
 */
export function proposalOf(reviewed) {
  const { case: shown } = reviewed;
  const compliance = shown.explicitLabel?.compliance;
  const proposed = shown.safety?.state === 'unsafe' ? [['reject', 'unsafe-content']]
    : compliance === 'present' ? [['approve', 'label-verified'], ['approve', 'acceptable']]
    : unreadable(shown) ? [['reject', 'unreadable']]
    : compliance === 'missing' || labelFaults.includes(compliance)
      ? [['approveWithLabel', 'label-added'], ['approve', 'notice-added']]
    : [];
  return proposed.map(([verdict, code]) => possible(reviewed, verdict, code)).find(Boolean) ?? null;
}

function possible({ approveReasons, approveWithLabelReasons, rejectReasons, labelOptions }, verdict, reasonCode) {
  const reasons = { approve: approveReasons, approveWithLabel: approveWithLabelReasons, reject: rejectReasons }[verdict];
  if (!reasons.some(reason => reason.code === reasonCode)) {
    return null;
  }

  if (verdict !== 'approveWithLabel') {
    return { verdict, reasonCode };
  }

  const [text] = labelOptions?.texts ?? [];
  return labelOptions?.explicit.includes('start') && text ? { verdict, reasonCode, label: { explicit: 'start', text } } : null;
}

function unreadable(shown) {
  return shown.labels?.origin === 'inconclusive' || shown.explicitLabel?.compliance === 'undecodable';
}

function safetyFaults({ safety }) {
  return safety?.state !== 'unsafe' ? [] : safety.hits.map(hit => ({
    text: [term('category', hit.category), hit.severity ? t('safety.severity', { n: hit.severity }) : hit.blocklist]
      .filter(Boolean).join(': '),
    seconds: typeof hit.seconds === 'number' ? hit.seconds : null,
    label: null,
  }));
}

function readingFaults(shown) {
  const problems = [...(shown.labels?.origin === 'inconclusive' ? shown.labels.problems : []),
    ...(unread.includes(shown.explicitLabel?.compliance) ? shown.explicitLabel.problems ?? [] : [])];
  return problems.slice(0, 3).map(problem => ({ text: t('fault.unread', { problem }), seconds: null, label: null }));
}

function labelFaultsOf(shown, visible) {
  const compliance = shown.explicitLabel?.compliance;
  if (compliance === 'missing') {
    return [{ text: t('fault.missing'), seconds: null, label: null }];
  }

  const label = labelFaults.includes(compliance) ? bestOf(shown, visible) : null;
  return label ? [{ text: t(`fault.${compliance}`, valuesOf(label)), seconds: label.from, label: label.measured }] : [];
}

// The measures of the best label, or their summary in the case while they are loading.
function bestOf(shown, visible) {
  const [measured] = visible?.labels ?? [];
  if (measured) {
    const from = timeSpan(measured.firstSeen) ?? 0;
    const { height, duration, legibility } = measured.conformance;
    return {
      text: measured.text, share: height.measured, from, to: timeSpan(measured.lastSeen) ?? from,
      seconds: duration.measured, ratio: legibility.measured, measured,
    };
  }

  const [summary] = shown.explicitLabel.labels ?? [];
  return summary && {
    text: summary.text, share: summary.heightShare, from: summary.firstSeen, to: summary.firstSeen + summary.shown,
    seconds: summary.shown, ratio: '', measured: null,
  };
}

function valuesOf({ text, share, from, to, seconds, ratio }) {
  return { text, height: percent(share), from: position(from), to: position(to), seconds: Math.round(seconds * 10) / 10, ratio };
}
