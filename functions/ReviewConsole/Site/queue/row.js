// One review in the queue.
import { h, icon } from '../core/dom.js';
import { icons } from '../core/icons.js';
import { t, term } from '../core/i18n.js';
import { badge, fileName, originBadge, stateBadge, timeTag } from '../core/parts.js';
import { shortDateTime } from '../core/format.js';
import { placeOf } from '../core/router.js';

/** @param {object} row of the API */
export function queueRow(row, { me, isSelected, onSelect, canSelect }) {
  const name = row.title || fileName(row.name);
  const box = h('input', {
    type: 'checkbox',
    checked: isSelected,
    'aria-label': t('queue.select', { name }),
    on: { change: () => onSelect(row.caseId, box.checked) },
  });
  return h('tr', { role: 'row', data: { caseId: row.caseId }, class: isMine(row, me) ? 'mine' : '' },
    h('td.pick', { role: 'cell' }, canSelect ? box : null),
    h('td.due', { role: 'cell', class: dueTone(row) },
      timeTag(row.dueAt),
      h('span.hint', {}, isLate(row) ? t('queue.overdue') : shortDateTime(row.dueAt))),
    h('td.video', { role: 'cell' },
      h('a.open', { href: placeOf(['case', row.caseId]) }, name),
      h('span.hint', { title: row.name }, [row.title && fileName(row.name), row.uploader, row.generator].filter(Boolean).join(' · '))),
    h('td.why', { role: 'cell' }, h('span', {}, term('reason', row.reason)), h('span.hint', {}, row.policyId)),
    h('td.origin', { role: 'cell' }, originBadge(row.origin)),
    h('td.state', { role: 'cell' }, h('div', {}, stateBadge(row.state), row.appeal ? badge('warn', t('appeal')) : null,
      row.round > 1 ? badge('plain', t('round', { n: row.round })) : null, claim(row, me))));
}

export function isClaimed(row, now = Date.now()) {
  return Boolean(row.claim) && Date.parse(row.claim.expiresAt) > now;
}

export function isMine(row, me) {
  return isClaimed(row) && row.claim.holder === me;
}

function claim(row, me) {
  return isClaimed(row)
    ? h('span.claim', { class: isMine(row, me) ? 'mine' : '' }, icon(icons.lock), isMine(row, me) ? t('claim.you') : row.claim.holder)
    : null;
}

function isLate(row) {
  return Date.parse(row.dueAt) < Date.now();
}

function dueTone(row) {
  const hours = (Date.parse(row.dueAt) - Date.now()) / 3_600_000;
  return hours < 0 ? 'bad' : hours < 4 ? 'warn' : '';
}
