// What the uploader is told: the statement of reasons, as it would be read.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { explain, loading } from '../core/parts.js';
import { openDialog } from '../core/dialog.js';

export function openStatement(reviews, caseId) {
  const body = h('div.statement', { 'aria-live': 'polite' }, loading());
  openDialog(t('statement'), () => [h('p.hint', {}, t('statement.hint')), body], 'wide');
  reviews.of(caseId, 'statement')
    .then(statement => fill(body, outline(statement)))
    .catch(error => fill(body, h('p.bad', {}, explain(error))));
}

// Whatever the statement holds is shown under its own names: it is the uploader's document, and nothing of it is left out.
function outline(value) {
  if (Array.isArray(value)) {
    return h('ul', {}, value.map(item => h('li', {}, outline(item))));
  }

  if (value !== null && typeof value === 'object') {
    return h('dl.facts', {}, Object.entries(value).map(([name, inner]) => h('div', {}, h('dt', {}, name), h('dd', {}, outline(inner)))));
  }

  return String(value ?? '');
}
