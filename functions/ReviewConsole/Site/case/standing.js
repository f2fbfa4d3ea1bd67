// The state of a review, in words: held, decided, undone, appealed, waiting for an answer.
import { h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { badge, facts, timeTag } from '../core/parts.js';

const tones = { approve: 'good', approveWithLabel: 'good', reject: 'bad' };

/** The case disagrees with its audit log. */
export function brokenNote({ broken }) {
  return broken ? h('div.note.bad', { role: 'alert' },
    h('strong', {}, t('case.broken', { at: broken.sequence })),
    h('p', {}, broken.message), h('p.hint', {}, timeTag(broken.foundAt))) : null;
}

export function appealNote(review) {
  return review?.appeal ? h('div.note.warn', {},
    h('strong', {}, t('appeal.by')), ' ', timeTag(review.appeal.appealedAt),
    h('blockquote', {}, review.appeal.text),
    h('p.hint', {}, t('appeal.hint'))) : null;
}

export function pastNote(review) {
  const past = review?.past ?? [];
  return past.length === 0 ? null : h('details.past', {},
    h('summary', {}, t('past', { n: past.length })),
    h('ol', {}, past.map(round => h('li', {},
      decision(round.decision),
      round.ending ? h('p.hint', {}, term('ending', round.ending), ' ', round.endedBy ?? '', ' ', round.note ?? '') : null))));
}

export function informationNote(review) {
  const { information } = review ?? {};
  return information ? h('div.note', {},
    h('strong', {}, t('ask.asked')), ' ', h('span.hint', {}, information.askedBy ?? '', ' ', timeTag(information.askedAt)),
    h('blockquote', {}, information.question),
    information.answer
      ? [h('strong', {}, t('ask.answered')), ' ', timeTag(information.answeredAt), h('blockquote', {}, information.answer)]
      : h('p.hint', {}, t('ask.waiting'))) : null;
}

export function heldNote(review, { me, mayConfirm, confirm }) {
  const held = review?.held;
  if (!held) {
    return null;
  }

  return h('div.note.warn', {},
    h('strong', {}, t('held')), decision(held),
    held.decidedBy === me ? h('p.hint', {}, t('held.yours')) : mayConfirm ? h('div.buttons', {},
      h('button', { type: 'button', on: { click: () => confirm(false) } }, t('disagree')),
      h('button.primary', { type: 'button', on: { click: () => confirm(true) } }, t('confirm'))) : null);
}

export function outcomeNote(shown, { until, mayUndo, undo }) {
  const standing = shown.review?.decision;
  if (!standing) {
    return null;
  }

  const mayBeUndone = mayUndo && until && Date.parse(until) > Date.now();
  return h('div.note', { class: tones[standing.verdict] ?? '' }, decision(standing),
    standing.confirmedBy ? h('p.hint', {}, t('confirmedBy', { who: standing.confirmedBy })) : null,
    mayBeUndone
      ? h('div.buttons', {},
        h('span.hint', {}, t('undo.until'), ' ', timeTag(until)),
        h('button', { type: 'button', on: { click: undo } }, t('undo')))
      : null);
}

export function labellingNote({ labelling }) {
  return !labelling ? null : labelling.problem
    ? h('div.note.bad', {}, h('strong', {}, t('labelling.failed')), h('p', {}, labelling.problem.message))
    : h('div.note', {}, h('strong', {}, t('labelling.done')), facts([
      ...Object.entries(labelling.label ?? {}).filter(([name]) => ['Label', 'ContentPropagator', 'PropagateID'].includes(name)),
      [t('labelling.encoded'), encoded(labelling.encoding)],
      [t('labelling.original'), labelling.original ? `${labelling.original.container}/${labelling.original.name}` : null],
      [t('labelling.credentials'), labelling.credentials ? `${labelling.credentials.container}/${labelling.credentials.name}` : null],
    ], 'tight'));
}

function encoded(encoding) {
  return !encoding ? null : [
    t(`labelling.encoded.${encoding.encoded}`, { seconds: encoding.encodedSeconds, cpu: encoding.cpuSeconds }),
    encoding.wholeBecause ? t('labelling.encoded.because', { reason: encoding.wholeBecause }) : null,
  ].filter(Boolean).join(' ');
}

function decision(made) {
  return h('div.made', {},
    badge(tones[made.verdict] ?? 'plain', term('verdict', made.verdict)), ' ', term('code', made.reasonCode),
    made.label
      ? h('span.hint', {}, ` ${[made.label.text, t(`label.explicit.${made.label.explicit}`)].filter(Boolean).join(' · ')}`)
      : null,
    h('p.hint', {}, made.decidedBy ?? '', ' ', timeTag(made.decidedAt)),
    made.note ? h('blockquote', {}, made.note) : null);
}
