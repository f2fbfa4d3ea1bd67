// Why the case is in review: the policy's decision, the rules that matched, and their evidence.
import { h } from '../core/dom.js';
import { language, t, term } from '../core/i18n.js';
import { factValue, facts, originBadge, section, timeTag } from '../core/parts.js';

export function whySection(shown) {
  const { decision } = shown;
  if (!decision) {
    return section('why', t('why'), h('p.hint', {}, t('why.undecided')));
  }

  return section('why', t('why'),
    h('p.reason', {}, h('strong', {}, term('reason', decision.reason))),
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

function shadow(decision) {
  return h('div.note', {},
    h('strong', {}, t('shadow')), ' ',
    t('shadow.text', {
      policy: `${decision.policy.id} ${decision.policy.version}`,
      outcome: term('outcome', decision.outcome),
      reason: term('reason', decision.reason),
    }));
}
