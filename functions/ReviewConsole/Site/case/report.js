// The label report in words: AI labels, signer, integrity, and missing labels.
import { h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { badge, facts, originBadge, section, timeTag } from '../core/parts.js';
import { bytes } from '../core/format.js';
import { missingOf } from './missing.js';

const tones = {
  intact: 'good',
  broken: 'bad',
  unreadable: 'warn',
  unverified: 'plain',
  trusted: 'good',
  untrusted: 'warn',
  expired: 'warn',
  notYetValid: 'warn',
  revoked: 'bad',
  invalid: 'bad',
};

/** @param {object|null} report labels.json */
export function reportSection(shown, report) {
  if (!report) {
    return section('report', t('report'), h('p.hint', {}, t('report.none')));
  }

  return section('report', t('report'),
    h('p.lead', {},
      originBadge(report.origin), ' ', t(`origin.${report.origin}.text`),
      report.generator ? ` ${t('report.generator', { name: report.generator })}` : ''),
    missing(missingOf(shown, report)),
    h('h3', {}, t('report.findings', { n: report.findings.length })),
    report.findings.length === 0
      ? h('p.hint', {}, t('report.findings.none'))
      : h('ol.findings', {}, report.findings.slice(0, 50).map(finding)),
    h('h3', {}, t('report.credentials')),
    credentials(report.credentials),
    problems(report.problems),
    container(report));
}

function missing(items) {
  return items.length === 0 ? null : h('div.missing', {},
    h('h3', {}, t('missing')),
    h('ul', {}, items.map(item => h('li', {}, t(`missing.${item.what}`), ' ', h('cite', {}, item.clause)))));
}

function finding(found) {
  return h('li', {},
    h('div.finding-head', {},
      h('strong', {}, term('finding', found.kind)), originBadge(found.says),
      found.generator ? badge('plain', found.generator) : null),
    h('p.hint', {}, h('code', {}, found.source.path), ' ', t('report.at', { offset: found.source.offset, length: found.source.length }),
      found.source.clause ? [' · ', h('cite', {}, found.source.clause)] : null),
    facts(Object.entries(found.details), 'tight'),
    found.raw ? h('details', {}, h('summary', {}, t('report.raw')), h('pre', {}, found.raw)) : null);
}

function credentials(report) {
  if (report.integrity === 'none') {
    return h('p.hint', {}, t('report.credentials.none'));
  }

  return facts([
    [t('credentials.integrity'), [
      badge(tones[report.integrity] ?? 'plain', term('integrity', report.integrity)), ' ', t(`integrity.${report.integrity}.text`),
    ]],
    [t('credentials.signer'), [badge(tones[report.signer] ?? 'plain', term('signer', report.signer)), ' ', report.signerName ?? '']],
    [t('credentials.product'), report.product ? `${report.product.name}, ${report.product.organization}` : null],
    [t('credentials.signedAt'), report.signedAt ? timeTag(report.signedAt) : null],
    [t('credentials.claimGenerator'), report.claimGenerator],
    [t('credentials.manifest'), report.activeManifest ? h('code', {}, report.activeManifest) : null],
  ]);
}

function problems(list) {
  return list.length === 0 ? null : [
    h('h3', {}, t('report.problems', { n: list.length })),
    h('ul.problems', {}, list.slice(0, 50).map(problem => h('li', {}, h('code', {}, problem.code), ' ', problem.message,
      problem.source ? h('span.hint', {}, ` ${problem.source.path}`) : null))),
  ];
}

function container({ container: about, length, bytesRead }) {
  const video = about.tracks.find(track => track.kind === 'video');
  return h('details', {}, h('summary', {}, t('report.container')), facts([
    [t('container.format'), [about.format, about.brand].filter(Boolean).join(' ')],
    [t('container.video'), video ? [video.codec, video.width && `${video.width} × ${video.height}`].filter(Boolean).join(' ') : null],
    [t('container.encoder'), about.encoder],
    [t('container.length'), bytes(length)],
    [t('container.read'), bytes(bytesRead)],
  ]));
}
