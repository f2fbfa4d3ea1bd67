// One of the uploader's videos: what was decided and why, what to do, and their answers, appeals and declarations.
import { fill, h, icon, refill } from '../core/dom.js';
import { icons } from '../core/icons.js';
import { language, t, term } from '../core/i18n.js';
import { poll } from '../core/poll.js';
import { explain, facts, fileName, refreshTimes, section, skeleton, stateBadge, timeTag, verdictIcon } from '../core/parts.js';
import { Freshness, failure, isFinal } from '../core/freshness.js';
import { announce } from '../core/announce.js';
import { askText, openDialog } from '../core/dialog.js';
import { placeOf } from '../core/router.js';
import { statementText } from '../case/statement.js';
import { checksOf } from './checks.js';
import { DeclarationFields } from './declaration-fields.js';

const interval = 5000;

export class OwnCase {
  #main;
  #uploads;
  #caseId;
  #shown = null;
  #poll;
  #fresh;
  #content = h('div.my', {}, skeleton(4));
  #played = null;

  constructor(main, uploads, caseId) {
    this.#main = main;
    this.#uploads = uploads;
    this.#caseId = caseId;
    this.#fresh = new Freshness(this.#content, () => this.#poll.now());
    fill(main,
      h('nav', { 'aria-label': t('case.crumbs') }, h('a', { href: placeOf(['my']) }, '‹ ', t('nav.my'))),
      this.#fresh.element, this.#content);
    this.#poll = poll(() => this.#refresh(), interval);
    this.#poll.now();
  }

  leave() {
    this.#poll.stop();
  }

  async #refresh() {
    try {
      const shown = await this.#uploads.case(this.#caseId);
      const statement = shown.decision ? await this.#uploads.statement(this.#caseId, language()) : null;
      await this.#findVideo(shown);
      this.#shown = shown;
      document.title = `${nameOf(shown)} · ${t('nav.my')}`;
      refill(this.#content, [shown, statement, this.#played?.url], () => this.#render(shown, statement));
      this.#fresh.good();
    } catch (error) {
      this.#fail(error);
    }

    refreshTimes(this.#main);
  }

  #fail(error) {
    if (this.#poll.isStopped) {
      return;
    }

    if (isFinal(error)) {
      this.#poll.pause();
    }

    if (this.#shown) {
      this.#fresh.failed(error);
    } else {
      fill(this.#content, failure(error, () => this.#poll.now()));
    }
  }

  // The address expires; a video that plays keeps it as long as it is good.
  async #findVideo({ state, submission }) {
    if (state !== 'published' || !submission.uploadId) {
      this.#played = null;
    } else if (!this.#played || Date.parse(this.#played.expiresAt) < Date.now()) {
      this.#played = (await this.#uploads.get(submission.uploadId)).playback ?? null;
    }
  }

  #render(shown, statement) {
    return [
      h('header.upload-head', {}, h('h1', {}, nameOf(shown)), stateBadge(shown.state)),
      h('p.hint', {}, t('submission.at'), ' ', timeTag(shown.upload.uploadedAt)),
      this.#question(shown),
      this.#video(shown),
      this.#reasons(shown, statement),
      this.#checks(shown),
      this.#declared(shown),
    ];
  }

  #question({ state, review }) {
    const { information } = review ?? {};
    if (!information) {
      return null;
    }

    const waits = state === 'quarantined' && review.state === 'awaitingInformation';
    const area = h('textarea', { id: 'answer', rows: 4, maxlength: 2000, required: true });
    const submit = event => {
      event.preventDefault();
      this.#do(() => this.#uploads.answer(this.#caseId, area.value.trim()));
    };
    return section('question', t('my.question'), h('blockquote', {}, information.question),
      waits ? h('form', { on: { submit } },
        h('label', { for: 'answer' }, t('my.answer')), area,
        h('div.buttons', {}, h('button.primary', { type: 'submit' }, t('ask.send'))))
        : information.answer ? [h('h3', {}, t('my.answered')), h('blockquote', {}, information.answer)] : null);
  }

  #video({ caseId, state }) {
    return state === 'published' ? section('published', t('my.published'),
      this.#played ? h('video', { src: this.#played.url, controls: true, preload: 'none', 'aria-label': t('player') }) : null,
      h('p', {}, h('a', { href: `/disclosure/${encodeURIComponent(caseId)}?lang=${language()}`, target: '_blank', rel: 'noopener' },
        t('my.disclosure')))) : null;
  }

  #reasons(shown, statement) {
    if (shown.refusal) {
      return section('reasons', t('my.reasons'), h('p', {}, term('refusal', shown.refusal)));
    }

    if (!statement) {
      return section('reasons', t('my.reasons'), h('p', {}, t(shown.state === 'inspecting' ? 'my.inspecting' : 'statement.none')));
    }

    const { redress } = statement;
    return section('reasons', t('my.reasons'), statementText(statement),
      redress?.appealUntil ? facts([[t('statement.appealUntil'), timeTag(redress.appealUntil)]]) : null,
      shown.review?.appeal ? h('div.note', {}, h('strong', {}, t('my.appealed')), ' ', timeTag(shown.review.appeal.appealedAt),
        h('blockquote', {}, shown.review.appeal.text)) : null,
      mayAppeal(shown, redress) ? h('div.buttons', {},
        h('button', { type: 'button', on: { click: () => this.#appeal() } }, icon(icons.flag), t('my.appeal'))) : null);
  }

  #checks(shown) {
    const checks = checksOf(shown);
    return shown.decision ? section('checks', t('my.checks'), h('ul.checks', {}, checks.map(({ name, good, text, todo }) => h('li', {},
      good === null ? h('span.verdict', {}, icon(icons.info)) : verdictIcon(good),
      h('div', {}, h('strong', {}, name), h('p', {}, text), todo ? h('p.todo', {}, t('check.todo'), ' ', todo) : null))))) : null;
  }

  #declared({ submission, pastDeclarations, erasedAt, state }) {
    const past = pastDeclarations ?? [];
    const mayChange = !erasedAt && !['superseded', 'lost'].includes(state);
    return section('declared', t('my.declared'),
      facts([
        [t('submission.declaration'), term('declaration', submission.declaration)],
        [t('submission.editKind'), known('editKind', submission.editKind)],
        [t('submission.realism'), known('realism', submission.realism)],
      ]),
      past.length > 0 ? h('details', {}, h('summary', {}, t('declarations.past', { n: past.length })),
        h('ol.past', {}, past.map(each => h('li', {}, term('declaration', each.declaration), ' ',
          h('span.hint', {}, t('declarations.until'), ' ', timeTag(each.changedAt)))))) : null,
      mayChange ? h('div.buttons', {},
        h('button', { type: 'button', on: { click: () => this.#redeclare(submission) } }, t('my.redeclare'))) : null);
  }

  async #appeal() {
    const text = await askText(t('my.appeal'), {
      label: t('my.appeal.text'), hint: t('my.appeal.hint'), action: t('my.appeal.send'),
    });
    if (text) {
      await this.#do(() => this.#uploads.appeal(this.#caseId, text));
    }
  }

  async #redeclare(submission) {
    const questions = new DeclarationFields(submission);
    const note = h('textarea', { id: 'declared-note', rows: 2, maxlength: 2000 });
    const declared = await openDialog(t('my.redeclare'), close => [h('form', {
      on: {
        submit: event => {
          event.preventDefault();
          close({ ...questions.value, ...(note.value.trim() && { note: note.value.trim() }) });
        },
      },
    },
    questions.element,
    h('label', { for: 'declared-note' }, t('my.redeclare.note')), note,
    h('p.hint', {}, t('my.redeclare.hint')),
    h('div.buttons', {},
      h('button', { type: 'button', on: { click: () => close() } }, t('cancel')),
      h('button.primary', { type: 'submit' }, t('my.redeclare.send'))))]);
    if (declared) {
      await this.#do(() => this.#uploads.declare(this.#caseId, declared));
    }
  }

  async #do(send) {
    try {
      await send();
      announce(t('done'), 'good');
      await this.#poll.now();
    } catch (error) {
      announce(explain(error), 'bad');
    }
  }
}

const known = (group, value) => value && value !== 'unknown' ? term(group, value) : null;

// A quarantine that no person has decided can be appealed at any time, which the statement need not offer.
function mayAppeal({ state, review }, redress) {
  return !review?.appeal && (Boolean(redress?.appeal) || (state === 'quarantined' && Boolean(review) && !review.decision));
}

function nameOf({ submission, upload }) {
  return submission.title || fileName(upload.name);
}
