// The uploader's submission.
import { h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { badge, facts, fileName, section, timeTag } from '../core/parts.js';
import { bytes } from '../core/format.js';

const given = (group, value) => value && value !== 'unknown' ? term(group, value) : null;

export function submissionSection({ submission, upload, decision, pastDeclarations }) {
  return section('submission', t('submission'),
    facts([
      [t('submission.declaration'), [
        badge(['edited', 'generated'].includes(submission.declaration) ? 'ai' : 'plain', term('declaration', submission.declaration)),
        decision?.declarationContradicted ? [' ', badge('bad', t('submission.contradicted'))] : '',
      ]],
      [t('submission.editKind'), given('editKind', submission.editKind)],
      [t('submission.realism'), given('realism', submission.realism)],
      [t('submission.uploader'), submission.uploader ?? t('submission.unknown')],
      [t('submission.title'), submission.title],
      [t('submission.file'), h('span', { title: upload.name }, fileName(upload.name))],
      [t('submission.size'), [
        bytes(upload.length), upload.contentType ? ` · ${t('submission.claimed', { type: upload.contentType })}` : '',
      ]],
      [t('submission.at'), timeTag(upload.uploadedAt)],
    ]),
    submission.description
      ? h('details', { open: submission.description.length < 300 },
        h('summary', {}, t('submission.description')),
        h('p.description', {}, submission.description))
      : null,
    pastDeclarations?.length ? [
      h('h3', {}, t('submission.past')),
      h('ol.past', {}, pastDeclarations.map(each => h('li', {},
        [term('declaration', each.declaration), given('editKind', each.editKind), given('realism', each.realism)]
          .filter(Boolean).join(' · '),
        h('p.hint', {}, t(each.byUploader ? 'submission.byUploader' : 'submission.byModerator'), ' ', timeTag(each.changedAt))))),
    ] : null);
}
