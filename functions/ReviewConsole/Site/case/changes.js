// Describes changes that others made to a review while it was displayed. Pure.
import { t, term } from '../core/i18n.js';

/** @returns {string[]} without changes by `me`, which have been announced already */
export function changesBetween(before, after, me) {
  if (!before || !after) {
    return [];
  }

  return [
    claimChange(before.claim, after.claim, me),
    decisionChange(before, after, me),
    heldChange(before, after, me),
    stateChange(before, after),
  ].filter(Boolean);
}

function claimChange(before, after, me) {
  if (before?.holder === after?.holder) {
    return null;
  }

  if (!after) {
    return before.holder === me ? null : t('live.released', { who: before.holder });
  }

  return after.holder === me ? null : t('live.claimed', { who: after.holder });
}

function decisionChange(before, after, me) {
  if (!after.decision) {
    return before.decision ? t('live.reopened') : null;
  }

  return !before.decision && after.decision.decidedBy !== me
    ? t('live.decided', { who: after.decision.decidedBy ?? '', verdict: term('verdict', after.decision.verdict) })
    : null;
}

function heldChange(before, after, me) {
  return !before.held && after.held && after.held.decidedBy !== me
    ? t('live.held', { who: after.held.decidedBy ?? '', verdict: term('verdict', after.held.verdict) })
    : null;
}

function stateChange(before, after) {
  const isTold = after.decision || after.held || before.decision || before.held;
  return before.state !== after.state && !isTold ? t('live.state', { state: term('state', after.state) }) : null;
}
