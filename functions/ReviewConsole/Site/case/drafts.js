// Unsent drafts of a case. They survive a conflict, another view and a new sign-in, and end with the tab.

const prefix = 'console.draft.';

export function readDraft(caseId) {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + caseId)) ?? {};
  } catch {
    return {};
  }
}

export function keepDraft(caseId, draft) {
  sessionStorage.setItem(prefix + caseId, JSON.stringify(draft));
}

export function dropDraft(caseId) {
  sessionStorage.removeItem(prefix + caseId);
}
