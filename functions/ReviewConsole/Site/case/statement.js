// The statement of reasons, as shown to the uploader.
import { fill, h } from '../core/dom.js';
import { language, t } from '../core/i18n.js';
import { explain, facts, loading, timeTag } from '../core/parts.js';
import { openDialog } from '../core/dialog.js';

export function openStatement(reviews, caseId) {
  const body = h('div.statement', { 'aria-live': 'polite' }, loading());
  openDialog(t('statement'), () => [h('p.hint', {}, t('statement.hint')), body], 'wide');
  reviews.statement(caseId, language())
    .then(statement => fill(body, paragraphs(statement)))
    .catch(error => fill(body, h('p.bad', {}, error.status === 404 ? t('statement.none') : explain(error))));
}

/** The words of a statement, in its own language. */
export function statementText({ language: written, text }) {
  return h('div.note.statement-text', { lang: written, tabindex: '0' },
    text.split(/\n+/).filter(Boolean).map(paragraph => h('p', {}, paragraph)));
}

function paragraphs({ language: written, text, redress }) {
  return [
    statementText({ language: written, text }),
    redress?.appealUntil ? facts([[t('statement.appealUntil'), timeTag(redress.appealUntil)]]) : null,
  ];
}
