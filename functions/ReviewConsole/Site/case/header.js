// Case header: title, state, the way back to the queue and on to the next case.
import { h, icon } from '../core/dom.js';
import { icons } from '../core/icons.js';
import { t, term } from '../core/i18n.js';
import { badge, fileName, originBadge, stateBadge, timeTag } from '../core/parts.js';
import { placeOf } from '../core/router.js';

/** @param {object} way {filters, next: () => void, left: HTMLElement, made: object|null}; `made` is the decision that led here */
export function caseHeader(shown, { filters, next, left, made }) {
  const { review } = shown;
  const name = fileName(shown.upload.name);
  const isOpen = Boolean(review) && !review.decision;
  return [
    h('nav.crumbs', { 'aria-label': t('case.crumbs') }, h('a', { href: placeOf(['queue'], filters) }, '‹ ', t('nav.queue'))),
    made ? h('p.made-before', {},
      h('span', {}, term('verdict', made.verdict), ': '),
      h('a', { href: placeOf(['case', made.caseId]) }, made.name)) : null,
    h('div.title', {},
      h('h1', {}, shown.submission.title || name),
      shown.submission.title ? h('p.hint', { title: shown.upload.name }, name) : null),
    h('div.badges', {},
      stateBadge(shown.state === 'quarantined' && review ? review.state : shown.state),
      originBadge(shown.decision?.origin),
      shown.labels?.generator ? badge('plain', shown.labels.generator) : null,
      review?.appeal ? badge('warn', t('appeal')) : null,
      review?.round > 1 ? badge('plain', t('round', { n: review.round })) : null,
      isOpen ? h('span.due', {}, icon(icons.clock), t('queue.due'), ' ', timeTag(review.dueAt)) : null),
    h('div.way', {}, left,
      h('button.next', { type: 'button', on: { click: next } }, t(isOpen ? 'case.skip' : 'case.next'), icon(icons.next))),
  ];
}
