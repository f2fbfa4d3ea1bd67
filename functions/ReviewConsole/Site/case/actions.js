// The actions available on a case, by the state of its review and the user.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { explain } from '../core/parts.js';
import { announce } from '../core/announce.js';
import { askText } from '../core/dialog.js';
import { newKey } from '../api/client.js';
import { ClaimBar } from './claim-bar.js';
import { DecideForm } from './decide-form.js';
import { appealNote, brokenNote, heldNote, informationNote, labellingNote, outcomeNote, pastNote } from './standing.js';
import { keepDraft, readDraft } from './drafts.js';
import { openStatement } from './statement.js';

export class ActionPanel {
  #session;
  #reviews;
  #caseId;
  #onChanged;
  #onDecided;
  #review = null;
  #etag = null;
  #reviewed = null;
  #undoUntil = null;
  #claim;
  #form;
  #standing = h('div.standing');
  #more = h('div.more-actions');
  #problem = h('div.problem', { role: 'alert', hidden: true });

  constructor({ session, reviews, caseId, onChanged, onDecided, isOnWalk }) {
    this.#session = session;
    this.#reviews = reviews;
    this.#caseId = caseId;
    this.#onChanged = onChanged;
    this.#onDecided = onDecided;
    this.#claim = new ClaimBar({
      session,
      claim: takeOver => this.#do(ifMatch => reviews.claim(caseId, { ifMatch, takeOver })),
      renew: () => reviews.claim(caseId).then(onChanged, () => {}),
      release: () => this.#do(ifMatch => reviews.release(caseId, ifMatch)),
      handOver: to => this.#act('claim/handover', { to }),
    });
    this.#form = new DecideForm(caseId, {
      submitDecision: decision => this.#decide(decision),
      isOnWalk,
      preview: (decision, language) => reviews.preview(caseId, decision, language),
    });
  }

  get element() {
    return h('section.card.actions', { 'aria-label': t('case.actions') },
      this.#claim.element, this.#problem, this.#standing, this.#form.element, this.#more);
  }

  show(reviewed, etag) {
    const { case: shown, undoUntil } = reviewed;
    this.#reviewed = reviewed;
    this.#etag = etag;
    this.#review = shown.review ?? null;
    const review = this.#review;
    const until = undoUntil ?? review?.decision?.undoUntil;
    this.#undoUntil = until && Date.parse(until) > Date.now() ? until : null;
    const isOpen = Boolean(review) && shown.state === 'quarantined' && !review.decision && !review.held;
    this.#claim.show(review, isOpen || Boolean(review?.held));
    this.#form.show({ ...reviewed, isOpen: isOpen && this.#session.canModerate });
    fill(this.#standing,
      brokenNote(shown), appealNote(review), pastNote(review), informationNote(review), labellingNote(shown),
      heldNote(review, { me: this.#session.subject, mayConfirm: this.#session.canModerate, confirm: agree => this.#confirm(agree) }),
      outcomeNote(shown, { until, mayUndo: this.#session.canModerate, undo: () => this.undo(until) }),
      isOpen ? null : this.#form.unsent(),
      this.#session.canModerate || !isOpen ? null : h('p.hint', {}, t('actions.readOnly')));
    fill(this.#more,
      isOpen && this.#session.canModerate ? [
        h('button', { type: 'button', on: { click: () => this.escalate() } }, t('escalate')),
        h('button', { type: 'button', on: { click: () => this.ask() } }, t('ask')),
      ] : null,
      shown.decision
        ? h('button.ghost', { type: 'button', on: { click: () => openStatement(this.#reviews, this.#caseId) } }, t('statement'))
        : null);
  }

  /** Called every few seconds: renews the lease and updates what can still be undone. */
  tick() {
    this.#claim.tick();
    if (this.#undoUntil && Date.parse(this.#undoUntil) <= Date.now()) {
      this.show(this.#reviewed, this.#etag);
    }
  }

  stop() {
    this.#claim.stop();
  }

  toggleClaim() {
    this.#claim.toggle();
  }

  get canDecide() {
    return !this.#form.element.hidden;
  }

  /** Fills in the form; nothing is sent. */
  propose(decision) {
    this.#form.propose(decision);
  }

  /** Claims a case that its reader came to work on. */
  claimIfFree() {
    return this.#claim.claimIfFree();
  }

  /** Releases the user's claim on a case that is left undecided. */
  async leaveClaim() {
    if (this.#claim.isMine && !this.#review?.decision) {
      await this.#reviews.release(this.#caseId, this.#etag).catch(() => {});
    }
  }

  choose(verdict) {
    this.#form.choose(verdict);
  }

  chooseReason(number) {
    this.#form.chooseReason(number);
  }

  escalate() {
    this.#askAndAct('escalation', 'note', { title: t('escalate'), label: t('note'), hint: t('escalate.hint'), action: t('escalate') });
  }

  ask() {
    this.#askAndAct('information-requests', 'question', {
      title: t('ask'), label: t('ask.question'), hint: t('ask.hint'), action: t('ask.send'),
    });
  }

  undo(until = this.#review?.decision?.undoUntil) {
    if (until && Date.parse(until) > Date.now()) {
      this.#askAndAct('undo', 'note', { title: t('undo'), label: t('note'), hint: t('undo.hint'), action: t('undo') });
    }
  }

  async #confirm(agree) {
    const note = agree ? '' : await askText(t('disagree'), { label: t('note'), action: t('disagree') });
    if (note !== undefined) {
      await this.#act('confirmations', { agree, note: note || undefined });
    }
  }

  async #askAndAct(action, member, texts) {
    if (!this.#session.canModerate || !this.#review) {
      return;
    }

    const draft = `${this.#caseId}/${action}`;
    const text = await askText(texts.title, {
      ...texts,
      value: readDraft(draft).text ?? '',
      onInput: typed => keepDraft(draft, { text: typed }),
    });
    if (text !== undefined && await this.#act(action, { [member]: text })) {
      keepDraft(draft, {});
    }
  }

  async #decide({ key, ...decision }) {
    if (await this.#act('decisions', decision, key)) {
      this.#form.sent();
      await this.#onDecided(decision.verdict);
    }
  }

  /** @returns {Promise<boolean>} whether it took effect */
  #act(action, body, key = newKey()) {
    return this.#do(ifMatch => this.#reviews.act(this.#caseId, action, body, { ifMatch, key }));
  }

  /**
   * @param {(ifMatch: string) => Promise<any>} work
   * @returns {Promise<boolean>} whether it took effect; if not, the form keeps its input
   */
  async #do(work) {
    this.#tell(null);
    try {
      await this.#attempt(work);
      announce(t('done'), 'good');
      return true;
    } catch (error) {
      this.#tell(error);
      return false;
    } finally {
      await this.#onChanged();
    }
  }

  // The workflow changes a case too, such as its location after a move. Only people's changes need to stop the action.
  async #attempt(work) {
    try {
      return await work(this.#etag);
    } catch (error) {
      if (error.status !== 412) {
        throw error;
      }

      const { value, etag } = await this.#reviews.get(this.#caseId);
      if (doneByPeople(value.case.review) !== doneByPeople(this.#review)) {
        throw error;
      }

      return work(etag);
    }
  }

  #tell(error) {
    this.#problem.hidden = error === null;
    fill(this.#problem, error === null ? null : [
      h('strong', {}, explain(error)),
      h('p', {}, this.#detail(error)),
      h('p.hint', {}, t('race.kept')),
    ]);
  }

  #detail({ problem }) {
    const { holder, decidedBy, detail } = problem;
    return holder ? t('race.claimed', { who: holder }) : decidedBy ? t('race.decided', { who: decidedBy }) : detail ?? '';
  }
}

function doneByPeople({ state, round, decision, held, appeal, information }) {
  return JSON.stringify([state, round, decision, held, appeal, information]);
}
