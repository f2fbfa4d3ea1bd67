// What the checks found, in words for uploaders: each with a measure and what to do. Pure.
import { t, term } from '../core/i18n.js';
import { percent, position } from '../core/format.js';

const faults = ['missing', 'incomplete', 'notAtStart', 'tooShort', 'flickering', 'illegible', 'undersized'];
const doubts = ['inconclusive', 'undecodable'];

/** @returns {{name: string, good: boolean|null, text: string, todo: string|null}[]} `good` is null if nothing is right or wrong */
export function checksOf(shown) {
  return [declaration(shown), file(shown), visible(shown), metadata(shown), safety(shown)].filter(Boolean);
}

function declaration({ submission, decision }) {
  const contradicted = Boolean(decision?.declarationContradicted);
  const missing = submission.declaration === 'notAsked';
  return {
    name: t('check.declaration'),
    good: contradicted || missing ? false : null,
    text: contradicted ? t('check.contradicted') : term('declaration', submission.declaration),
    todo: contradicted || missing ? t('check.declare') : null,
  };
}

function file({ labels, decision }) {
  const origin = labels?.origin ?? decision?.origin;
  return origin && {
    name: t('check.file'),
    good: origin === 'inconclusive' ? false : null,
    text: term('origin', `${origin}.text`) + (labels?.generator ? ` ${t('report.generator', { name: labels.generator })}` : ''),
    todo: origin === 'inconclusive' ? t('check.file.todo') : null,
  };
}

function visible({ explicitLabel }) {
  const compliance = explicitLabel?.compliance;
  if (!compliance || compliance === 'notChecked') {
    return null;
  }

  const isWrong = faults.includes(compliance);
  return {
    name: t('check.visible'),
    good: compliance === 'present' ? true : isWrong || doubts.includes(compliance) ? false : null,
    text: measured(explicitLabel, compliance),
    todo: isWrong || doubts.includes(compliance) ? t(`check.todo.${compliance}`) : null,
  };
}

function measured({ labels }, compliance) {
  const [label] = labels ?? [];
  return label && compliance !== 'missing' && faults.includes(compliance)
    ? t(`check.${compliance}`, {
      text: label.text, height: percent(label.heightShare), seconds: Math.round(label.shown * 10) / 10, from: position(label.firstSeen),
    })
    : term('explicitLabel', `${compliance}.text`);
}

function metadata({ decision, labelling }) {
  const value = labelling?.label?.Label ?? decision?.noticeLabel;
  return value ? {
    name: t('check.metadata'),
    good: labelling?.label ? true : null,
    text: labelling?.label ? t('check.metadata.added', { value }) : t('check.metadata.due', { label: term('notice', value) }),
    todo: null,
  } : null;
}

function safety({ safety: found }) {
  const state = found?.state;
  return state && state !== 'notChecked' ? {
    name: t('check.safety'),
    good: state === 'safe' ? true : state === 'unsafe' ? false : null,
    text: state === 'unsafe' && found.unsafeCategories?.length
      ? t('check.safety.unsafe', { categories: found.unsafeCategories.map(each => term('category', each)).join(', ') })
      : term('safetyState', state),
    todo: null,
  } : null;
}
