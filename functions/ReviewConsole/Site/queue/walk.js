// A walk through the queue as it is filtered: which cases were seen, and which comes next. Kept for the tab.
import { apiFilters } from './filters.js';
import { isClaimed, isMine } from './row.js';

const key = 'console.walk';
const pageSize = 100;
const mostPages = 5;

let walk = { filters: {}, pages: 1, seen: [], at: null, index: 0, made: null, ...read() };
let toClaim = null;

/** Filters and length of the queue that "back" leads to. */
export function lastQueue() {
  return walk;
}

/** Begins where the queue shows; a case that was skipped comes again. */
export function beginWalk(filters, pages = 1) {
  keep({ filters, pages, seen: [] });
}

export function lengthen(pages) {
  keep({ pages });
}

/** Goes on to a case of the queue: it is claimed when it opens. */
export function step(row, index = walk.index) {
  toClaim = row.caseId;
  keep({ at: { caseId: row.caseId, dueAt: row.dueAt }, index });
  see(row.caseId);
}

/** Does not come to this case again. */
export function see(caseId) {
  keep({ seen: [...walk.seen.filter(id => id !== caseId).slice(-499), caseId] });
}

/** Whether the case was reached through the queue, rather than by its address. */
export function isOnWalk(caseId) {
  return walk.at?.caseId === caseId;
}

/** @returns {boolean} true once for each step */
export function claimsOnStart(caseId) {
  const claims = toClaim === caseId;
  toClaim = null;
  return claims;
}

/** Remembers the decision that led on, so that it can be opened and undone. */
export function decided(made) {
  keep({ made });
}

/**
 * Finds the next case: after this one in the order of the queue, then from its start; never one that was seen.
 * @returns {Promise<{next: object|null, left: number, more: boolean}>} `more` if there are too many to count
 */
export async function lookAhead(reviews, caseId, me) {
  const free = [];
  let page = await reviews.list({ ...apiFilters(walk.filters), pageSize });
  for (let count = 1; ; count++) {
    free.push(...page.value.filter(row => row.caseId !== caseId && !walk.seen.includes(row.caseId)
      && (!isClaimed(row) || isMine(row, me))));
    if (!page.nextLink || count === mostPages) {
      break;
    }

    page = await reviews.page(page.nextLink);
  }

  const after = walk.at?.caseId === caseId ? walk.at : null;
  return { next: (after && free.find(row => isAfter(row, after))) ?? free[0] ?? null, left: free.length, more: Boolean(page.nextLink) };
}

function isAfter(row, { dueAt, caseId }) {
  const [one, other] = [Date.parse(row.dueAt), Date.parse(dueAt)];
  return one > other || (one === other && row.caseId > caseId);
}

function keep(change) {
  walk = { ...walk, ...change };
  sessionStorage.setItem(key, JSON.stringify(walk));
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
