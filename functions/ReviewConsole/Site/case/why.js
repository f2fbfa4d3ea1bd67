// Why the case is in review: the measured fault, what to do about it, the policy's decision, the rules that matched, and their evidence.
import { h } from '../core/dom.js';
import { language, t, term } from '../core/i18n.js';
import { factValue, facts, originBadge, section, timeTag } from '../core/parts.js';
import { position } from '../core/format.js';
import { cropOf } from './crop.js';
import { faultsOf, proposalOf } from './measured.js';

/**
 * @param {object} reviewed @param {object|null} evidence once it is loaded
 * @param {{jump: (seconds: number) => void, picture: (file: string) => Promise<string>, use: ((proposal: object) => void)|null}} acts
 */
export function whySection(reviewed, evidence, { jump, picture, use }) {
  const { case: shown } = reviewed;
  const { decision } = shown;
  if (!decision) {
    return section('why', t('why'), h('p.hint', {}, t('why.undecided')));
  }

  return section('why', t('why'),
    h('p.reason', {}, h('strong', {}, term('reason', decision.reason))),
    h('ul.faults', {}, faultsOf(shown, evidence?.visible).slice(0, 4).map(({ text, seconds, label }) => h('li', {},
      h('span', {}, text),
      seconds === null ? null
        : h('button.small', { type: 'button', on: { click: () => jump(seconds) } }, t('visible.show', { time: position(seconds) })),
      label ? cropOf(label, evidence.visible, evidence.frames, picture) : null))),
    use ? proposal(proposalOf(reviewed), use) : null,
    h('ul.rules', {}, decision.rules.map(rule => h('li', {},
      h('div.rule-head', {}, h('code', {}, rule.id), rule.clause ? h('cite', {}, rule.clause) : null),
      facts(Object.entries(rule.evidence).map(([name, value]) => [term('fact', name), factValue(name, value)]), 'tight')))),
    facts([
      [t('why.origin'), originBadge(decision.origin)],
      [t('why.notice'), decision.noticeLabel ? t(`notice.${decision.noticeLabel}`) : null],
      ...(decision.notices ?? []).map(notice => [
        `${t('why.notices')} ${notice.jurisdiction ?? ''}`,
        `${notice.text[language().slice(0, 2)] ?? notice.text.en} (${term('noticeTime', notice.time)})`,
      ]),
      ...(decision.laws?.length > 1 ? decision.laws : []).map(law => [
        law.policy.id, [term('outcome', law.outcome), ': ', term('reason', law.reason)],
      ]),
      [t('why.policy'), h('span', { title: decision.policy.hash }, `${decision.policy.id} ${decision.policy.version}`)],
      [t('why.decidedAt'), timeTag(decision.decidedAt)],
    ]),
    shown.shadowDecision ? shadow(shown.shadowDecision) : null);
}

function proposal(proposed, use) {
  return proposed && h('div.proposal', {},
    h('span', {}, t('proposal'), ' ', h('strong', {}, term('verdict', proposed.verdict)), ': ', term('code', proposed.reasonCode)),
    h('button', { type: 'button', on: { click: () => use(proposed) } }, t('proposal.use'), ' ', h('kbd', { 'aria-hidden': 'true' }, 'y')));
}

function shadow(decision) {
  return h('div.note', {},
    h('strong', {}, t('shadow')), ' ',
    t('shadow.text', {
      policy: `${decision.policy.id} ${decision.policy.version}`,
      outcome: term('outcome', decision.outcome),
      reason: term('reason', decision.reason),
    }));
}
