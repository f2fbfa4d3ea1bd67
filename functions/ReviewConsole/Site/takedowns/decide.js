// Enters orders to take a video down, and decides the waiting ones.
import { h } from '../core/dom.js';
import { language, t } from '../core/i18n.js';
import { explain } from '../core/parts.js';
import { announce } from '../core/announce.js';
import { askText, openDialog } from '../core/dialog.js';

/** The words of a kind, from the kinds of the API. */
export function kindName(kinds, id) {
  const kind = kinds.find(each => each.id === id);
  return kind?.title[language().split('-')[0]] ?? kind?.title.en ?? id;
}

/** Whether the user may decide about orders of this kind. */
export function mayDecide(kinds, id, session) {
  const kind = kinds.find(each => each.id === id);
  return kind?.decidedBy === 'seniorModerator' ? session.has('SeniorModerator') : session.canModerate;
}

/** @param {boolean} carryOut false withdraws the order @returns {Promise<boolean>} whether it was sent */
export async function decideOrder(reviews, caseId, carryOut) {
  const note = await askText(t(carryOut ? 'takedowns.carryOut' : 'takedowns.withdraw'), {
    label: t(carryOut ? 'takedowns.note' : 'takedowns.withdraw.why'),
    action: t(carryOut ? 'takedowns.carryOut' : 'takedowns.withdraw'),
    required: !carryOut,
  });
  if (note === undefined) {
    return false;
  }

  return sent(() => reviews.post(`/cases/${encodeURIComponent(caseId)}/takedown/decisions`, { carryOut, ...(note && { note }) }));
}

/** @returns {Promise<boolean>} whether it was sent */
export async function enterOrder(reviews, caseId, kinds) {
  const order = await openDialog(t('takedown.order'), close => [new OrderForm(kinds, close).element]);
  return order ? sent(() => reviews.post(`/cases/${encodeURIComponent(caseId)}/takedown`, order)) : false;
}

class OrderForm {
  #kinds;
  #kind;
  #reference = h('input', { id: 'takedown-reference', type: 'text', maxlength: 200 });
  #received = h('input', { id: 'takedown-received', type: 'datetime-local', required: true });
  #due = h('input', { id: 'takedown-due', type: 'datetime-local' });
  #note = h('textarea', { id: 'takedown-note', rows: 3, maxlength: 2000, required: true });
  #copies = h('input', { type: 'checkbox' });
  #pending = h('input', { type: 'checkbox' });
  #clock = h('p.hint', { role: 'status' });
  #dueField;

  constructor(kinds, close) {
    this.#kinds = kinds;
    this.#kind = h('select', { id: 'takedown-kind', required: true, autofocus: true, on: { change: () => this.#choose() } },
      h('option', { value: '' }, t('choose')), kinds.map(kind => h('option', { value: kind.id }, kindName(kinds, kind.id))));
    this.#received.value = local(new Date());
    this.#dueField = field('takedown.dueAt', this.#due);
    const submit = event => {
      event.preventDefault();
      close(this.#order());
    };
    this.element = h('form', { on: { submit } },
      field('takedown.kind', this.#kind), this.#clock, field('takedown.receivedAt', this.#received), this.#dueField,
      field('takedown.reference', this.#reference), field('takedown.note', this.#note),
      h('label.check', {}, this.#copies, t('takedown.copies')), h('label.check', {}, this.#pending, t('takedown.pending')),
      h('div.buttons', {},
        h('button', { type: 'button', on: { click: () => close() } }, t('cancel')),
        h('button.primary.bad', { type: 'submit' }, t('takedown.send'))));
    this.#choose();
  }

  #choose() {
    const kind = this.#kinds.find(each => each.id === this.#kind.value);
    this.#clock.textContent = !kind ? '' : kind.clockHours ? t('takedown.clock.hours', { n: kind.clockHours })
      : t(kind.needsDeadline ? 'takedown.clock.own' : 'takedown.clock.none');
    this.#copies.checked = Boolean(kind?.copies);
    this.#due.required = Boolean(kind?.needsDeadline);
    this.#dueField.hidden = !kind || Boolean(kind.clockHours);
  }

  #order() {
    const reference = this.#reference.value.trim();
    return {
      kind: this.#kind.value,
      note: this.#note.value.trim(),
      receivedAt: new Date(this.#received.value).toISOString(),
      identicalCopies: this.#copies.checked,
      pending: this.#pending.checked,
      ...(reference && { reference }),
      ...(!this.#dueField.hidden && this.#due.value && { dueAt: new Date(this.#due.value).toISOString() }),
    };
  }
}

async function sent(send) {
  try {
    await send();
    announce(t('done'), 'good');
    return true;
  } catch (error) {
    announce((error.problem?.errors ?? []).map(each => each.detail).join(' ') || explain(error), 'bad');
    return false;
  }
}

function field(key, input) {
  return h('div.field', {}, h('label', { for: input.id }, t(key)), input);
}

// The form that the input takes: local time, without seconds.
function local(date) {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
