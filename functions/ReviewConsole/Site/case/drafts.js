// What was typed about a case and not yet sent. It outlives a lost race, another view and a new sign-in, and ends with the tab.

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
