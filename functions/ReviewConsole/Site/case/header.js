// Case header: title, state and link to the next case.
import { h, icon } from '../core/dom.js';
import { icons } from '../core/icons.js';
import { t } from '../core/i18n.js';
import { badge, fileName, originBadge, stateBadge, timeTag } from '../core/parts.js';
import { placeOf } from '../core/router.js';

export function caseHeader(shown, next) {
  const { review } = shown;
  const name = fileName(shown.upload.name);
  return [
    h('nav.crumbs', { 'aria-label': t('case.crumbs') }, h('a', { href: placeOf(['queue']) }, '‹ ', t('nav.queue'))),
    h('div.title', {},
      h('h1', {}, shown.submission.title || name),
      shown.submission.title ? h('p.hint', { title: shown.upload.name }, name) : null),
    h('div.badges', {},
      stateBadge(shown.state === 'quarantined' && review ? review.state : shown.state),
      originBadge(shown.decision?.origin),
      shown.labels?.generator ? badge('plain', shown.labels.generator) : null,
      review?.appeal ? badge('warn', t('appeal')) : null,
      review?.round > 1 ? badge('plain', t('round', { n: review.round })) : null,
      review && !review.decision ? h('span.due', {}, icon(icons.clock), t('queue.due'), ' ', timeTag(review.dueAt)) : null),
    h('button.next', { type: 'button', on: { click: next } }, t('case.next'), icon(icons.next)),
  ];
}
