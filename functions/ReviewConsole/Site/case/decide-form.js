// The decision form: verdict, a reason that fits the case, note, and label order. It chooses nothing by itself, and sends nothing whose
// statement was not shown before.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { ReasonList } from '../core/reason-list.js';
import { prefer, preference } from '../core/preferences.js';
import { newKey } from '../api/client.js';
import { DecisionPreview } from './decision-preview.js';
import { dropDraft, keepDraft, readDraft } from './drafts.js';
import { LabelOrder } from './label-order.js';

const verdicts = ['approve', 'approveWithLabel', 'reject'];

export class DecideForm {
  #caseId;
  #submitDecision;
  #draft;
  #reasons = { approve: [], approveWithLabel: [], reject: [] };
  #isSending = false;
  #isOnWalk;
  #shown = '';
  #confirmed = [];
  #mayLabel = false;
  #labelOptions;
  #refusal = h('p.hint', { hidden: true });
  #key = newKey();
  #choices = h('div.verdicts', { role: 'radiogroup' });
  #reason = new ReasonList('reason', reasonCode => this.#change({ reasonCode }));
  #note = h('textarea', { id: 'decision-note', rows: 3, maxlength: 2000 });
  #label = new LabelOrder(label => this.#change({ label }));
  #preview;
  #hint = h('p.hint', { hidden: true });
  #submit = h('button.primary', { type: 'submit', disabled: true });
  #details = h('div.decision-details', { hidden: true });

  constructor(caseId, { submitDecision, preview, isOnWalk }) {
    this.#isOnWalk = isOnWalk;
    this.#caseId = caseId;
    this.#preview = new DecisionPreview(preview, () => this.#allow());
    this.#submitDecision = submitDecision;
    this.#draft = readDraft(caseId);
    this.#note.value = this.#draft.note ?? '';
    this.#note.addEventListener('input', () => this.#keep({ note: this.#note.value }));
    this.element.addEventListener('submit', event => this.#send(event));
    this.element.addEventListener('keydown',
      event => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && this.element.requestSubmit());
  }

  element = h('form.decision', { hidden: true });

  show({ isOpen, approveReasons, approveWithLabelReasons, rejectReasons, fourEyes, labelOptions }) {
    const state = JSON.stringify([isOpen, approveReasons, approveWithLabelReasons, rejectReasons, fourEyes, labelOptions]);
    if (this.#shown === state) {
      return;
    }

    this.#shown = state;
    this.element.hidden = !isOpen;
    this.#reasons = { approve: approveReasons, approveWithLabel: approveWithLabelReasons, reject: rejectReasons };
    this.#confirmed = fourEyes?.verdicts ?? [];
    this.#mayLabel = Boolean(labelOptions?.explicit.length);
    this.#refusal.textContent = this.#mayLabel ? '' : t('label.impossible', { why: labelOptions?.refused[0]?.message ?? '' });
    this.#refusal.hidden = this.#mayLabel;
    this.#labelOptions = labelOptions;
    this.#label.show(labelOptions, this.#draft.label);
    this.#layout();
    if (this.#draft.verdict) {
      this.#choose(this.#draft.verdict);
    }
  }

  /** Selects a verdict and moves focus to its reason. */
  choose(verdict) {
    if (!this.element.hidden && (verdict !== 'approveWithLabel' || this.#mayLabel)) {
      this.#choose(verdict);
      this.#reason.focus();
    }
  }

  /** Fills in a whole decision for the user to look at. @param {{verdict: string, reasonCode: string, label?: object}} decision */
  propose({ verdict, reasonCode, label }) {
    this.#keep({ reasonCode, label: label ?? this.#draft.label });
    this.#label.show(this.#labelOptions, this.#draft.label);
    this.choose(verdict);
  }

  /** Selects a reason of the chosen verdict. @param {number} number from 1 */
  chooseReason(number) {
    if (!this.element.hidden && this.#draft.verdict) {
      this.#reason.choose(number);
    }
  }

  /** Clears the draft after the decision took effect. */
  sent() {
    dropDraft(this.#caseId);
    this.#draft = {};
    this.#note.value = '';
    this.#key = newKey();
    this.#choose(null);
  }

  /** Gets a note that can no longer be sent because another moderator decided first. */
  unsent() {
    const { note } = this.#draft;
    return note ? h('div.note.unsent', {}, h('strong', {}, t('race.unsent')), h('blockquote', {}, note),
      h('div.buttons', {}, h('button', { type: 'button', on: { click: event => this.#discard(event) } }, t('race.discard')))) : null;
  }

  #discard(event) {
    this.sent();
    event.target.closest('.unsent').remove();
  }

  #layout() {
    this.#choices.setAttribute('aria-label', t('verdict'));
    this.#hint.textContent = t('fourEyes.hint');
    fill(this.#choices, verdicts.map(verdict => h('label.choice', { class: verdict },
      h('input', {
        type: 'radio',
        name: 'verdict',
        value: verdict,
        disabled: verdict === 'approveWithLabel' && !this.#mayLabel,
        on: { change: () => this.#pick(verdict) },
      }),
      h('span', {}, t(`verdict.${verdict}`)),
      h('kbd', { 'aria-hidden': 'true' }, { approve: 'a', approveWithLabel: 'l', reject: 'r' }[verdict]))));
    fill(this.#details,
      this.#label.element,
      this.#reason.element,
      h('label', { for: 'decision-note' }, t('note')), this.#note,
      this.#hint,
      this.#preview.element,
      h('div.buttons', {},
        this.#isOnWalk ? andNext() : h('span.hint', {}, h('kbd', {}, 'Ctrl'), ' ', h('kbd', {}, '↵')), this.#submit));
    fill(this.element, this.#choices, this.#refusal, this.#details);
  }

  // On a phone the verdicts are at the bottom, and what they ask for is not.
  #pick(verdict) {
    this.#choose(verdict);
    this.#reason.element.scrollIntoView({ block: 'nearest' });
  }

  #choose(verdict) {
    this.#keep({ verdict });
    this.#choices.querySelectorAll('input').forEach(input => (input.checked = input.value === verdict));
    this.#details.hidden = verdict === null;
    if (verdict === null) {
      this.#preview.show(null);
      this.#allow();
      return;
    }

    this.#label.element.hidden = verdict !== 'approveWithLabel';
    this.#hint.hidden = !this.#confirmed.includes(verdict);
    this.#submit.textContent = t(`verdict.${verdict}`);
    this.#submit.classList.toggle('bad', verdict === 'reject');
    this.#reason.show(this.#reasons[verdict], this.#draft.reasonCode);
    this.#look();
  }

  #change(change) {
    this.#keep(change);
    this.#look();
  }

  // Shows the statement of a complete decision.
  #look() {
    const { verdict } = this.#draft;
    const reasonCode = this.#reason.value;
    const label = verdict === 'approveWithLabel' ? this.#label.value : undefined;
    this.#preview.show(reasonCode && label !== null ? { verdict, reasonCode, label } : null);
    this.#allow();
  }

  #allow() {
    this.#submit.disabled = this.#isSending || !this.#draft.verdict || !this.#preview.isReady;
  }

  // A changed decision is a new intention and gets a new key.
  #keep(change) {
    this.#draft = { ...this.#draft, ...change };
    this.#key = newKey();
    keepDraft(this.#caseId, this.#draft);
  }

  async #send(event) {
    event.preventDefault();
    const { verdict } = this.#draft;
    if (!verdict || this.#submit.disabled) {
      return;
    }

    this.#isSending = true;
    this.#allow();
    await this.#submitDecision({
      verdict,
      reasonCode: this.#reason.value,
      note: this.#note.value.trim() || undefined,
      label: verdict === 'approveWithLabel' ? this.#label.value : undefined,
      key: this.#key,
    });
    this.#isSending = false;
    this.#allow();
  }
}

function andNext() {
  const box = h('input', { type: 'checkbox', checked: preference('andNext'), on: { change: () => prefer('andNext', box.checked) } });
  return h('label.check', {}, box, t('decide.andNext'));
}
