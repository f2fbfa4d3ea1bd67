// The decision form: verdict, a reason code of the policy, note, and label order.
import { fill, h } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { newKey } from '../api/client.js';
import { dropDraft, keepDraft, readDraft } from './drafts.js';
import { LabelOrder } from './label-order.js';

const verdicts = ['approve', 'approveWithLabel', 'reject'];

export class DecideForm {
  #caseId;
  #submitDecision;
  #draft;
  #reasons = { approve: [], reject: [] };
  #shown = '';
  #confirmed = [];
  #mayLabel = false;
  #refusal = h('p.hint', { hidden: true });
  #key = newKey();
  #choices = h('div.verdicts', { role: 'radiogroup' });
  #reason = h('select', { id: 'decision-reason', required: true });
  #note = h('textarea', { id: 'decision-note', rows: 3, maxlength: 2000 });
  #label = new LabelOrder(label => this.#keep({ label }));
  #hint = h('p.hint', { hidden: true });
  #submit = h('button.primary', { type: 'submit', disabled: true });
  #details = h('div.decision-details', { hidden: true });

  constructor(caseId, submitDecision) {
    this.#caseId = caseId;
    this.#submitDecision = submitDecision;
    this.#draft = readDraft(caseId);
    this.#note.value = this.#draft.note ?? '';
    this.#note.addEventListener('input', () => this.#keep({ note: this.#note.value }));
    this.#reason.addEventListener('change', () => this.#keep({ reasonCode: this.#reason.value }));
    this.element.addEventListener('submit', event => this.#send(event));
    this.element.addEventListener('keydown',
      event => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && this.element.requestSubmit());
  }

  element = h('form.decision', { hidden: true });

  show({ isOpen, approveReasons, rejectReasons, fourEyes, labelOptions }) {
    const state = JSON.stringify([isOpen, approveReasons, rejectReasons, fourEyes, labelOptions]);
    if (this.#shown === state) {
      return;
    }

    this.#shown = state;
    this.element.hidden = !isOpen;
    this.#reasons = { approve: approveReasons, approveWithLabel: approveReasons, reject: rejectReasons };
    this.#confirmed = fourEyes?.verdicts ?? [];
    this.#mayLabel = Boolean(labelOptions?.explicit.length);
    this.#refusal.textContent = this.#mayLabel ? '' : t('label.impossible', { why: labelOptions?.refused[0]?.message ?? '' });
    this.#refusal.hidden = this.#mayLabel;
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
        on: { change: () => this.#choose(verdict) },
      }),
      h('span', {}, t(`verdict.${verdict}`)),
      h('kbd', { 'aria-hidden': 'true' }, { approve: 'a', approveWithLabel: 'l', reject: 'r' }[verdict]))));
    fill(this.#details,
      this.#label.element,
      h('label', { for: 'decision-reason' }, t('reason')), this.#reason,
      h('label', { for: 'decision-note' }, t('note')), this.#note,
      this.#hint,
      h('div.buttons', {}, h('span.hint', {}, h('kbd', {}, 'Ctrl'), ' ', h('kbd', {}, '↵')), this.#submit));
    fill(this.element, this.#choices, this.#refusal, this.#details);
  }

  #choose(verdict) {
    this.#keep({ verdict });
    this.#choices.querySelectorAll('input').forEach(input => (input.checked = input.value === verdict));
    this.#details.hidden = verdict === null;
    this.#submit.disabled = verdict === null;
    if (verdict === null) {
      return;
    }

    this.#label.element.hidden = verdict !== 'approveWithLabel';
    this.#hint.hidden = !this.#confirmed.includes(verdict);
    this.#submit.textContent = t(`verdict.${verdict}`);
    this.#submit.classList.toggle('bad', verdict === 'reject');
    fill(this.#reason, this.#reasons[verdict].map(reason =>
      h('option', { value: reason.code, selected: reason.code === this.#draft.reasonCode },
        term('code', reason.code) === reason.code ? reason.title : term('code', reason.code))));
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

    this.#submit.disabled = true;
    await this.#submitDecision({
      verdict,
      reasonCode: this.#reason.value,
      note: this.#note.value.trim() || undefined,
      label: verdict === 'approveWithLabel' ? this.#label.value : undefined,
      key: this.#key,
    });
    this.#submit.disabled = this.#draft.verdict === null;
  }
}
