// The order to take this video down: enters one, shows the last one, decides a waiting one.
import { fill, h, refill } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { badge, facts, section, timeTag } from '../core/parts.js';
import { placeOf } from '../core/router.js';
import { decideOrder, enterOrder, kindName, mayDecide } from '../takedowns/decide.js';

const tones = { ordered: 'warn', carriedOut: 'bad', withdrawn: 'plain' };

export class Takedown {
  #reviews;
  #caseId;
  #session;
  #onChanged;
  #kinds = null;
  #shown = null;

  constructor(reviews, caseId, session, onChanged) {
    this.#reviews = reviews;
    this.#caseId = caseId;
    this.#session = session;
    this.#onChanged = onChanged;
  }

  element = h('div', { hidden: true });

  /** Shows what there is; nothing for a video that is not published and was never taken down. */
  async show({ state, takedown }) {
    const mayOrder = state === 'published' && this.#session.canModerate && takedown?.state !== 'ordered';
    this.#shown = { state, takedown, mayOrder };
    this.element.hidden = !takedown && !mayOrder;
    if (this.element.hidden) {
      fill(this.element);
      return;
    }

    try {
      this.#kinds ??= (await this.#reviews.read('/takedowns')).kinds;
    } catch {
      // The next reading of the case tries again.
      return;
    }

    refill(this.element, this.#shown, () => this.#render(this.#shown));
  }

  #render({ state, takedown, mayOrder }) {
    return section('takedown', t('takedown'),
      takedown ? this.#order(takedown, state) : null,
      mayOrder ? h('div.buttons', {},
        h('button', { type: 'button', on: { click: () => this.#do(enterOrder(this.#reviews, this.#caseId, this.#kinds)) } },
          t('takedown.order'))) : null);
  }

  #order(takedown, state) {
    const waits = takedown.state === 'ordered';
    return [
      h('p', {}, h('strong', {}, kindName(this.#kinds, takedown.kind)), ' ',
        badge(tones[takedown.state], term('takedownState', takedown.state))),
      facts([
        [t('takedowns.reference'), takedown.reference],
        [t('takedown.receivedAt'), timeTag(takedown.receivedAt)],
        [t('takedowns.due'), takedown.dueAt ? timeTag(takedown.dueAt) : t('takedowns.noClock')],
        [t('takedowns.ordered'), [takedown.orderedBy, ' ', timeTag(takedown.orderedAt)]],
        [t('takedowns.note'), takedown.note],
        [t('takedown.decidedBy'), takedown.decidedBy ? [takedown.decidedBy, ' ', timeTag(takedown.decidedAt)] : null],
        [t('note'), takedown.decisionNote],
        [t('takedown.removedAt'), takedown.removedAt ? timeTag(takedown.removedAt) : null],
        [t('takedown.copyOf'), takedown.copyOf ? h('a.mono', { href: placeOf(['case', takedown.copyOf]) }, takedown.copyOf) : null],
        [t('takedown.copiesFound'), takedown.copiesFound?.length
          ? takedown.copiesFound.map(copy => h('a.mono', { href: placeOf(['case', copy]) }, copy)) : null],
      ], 'tight'),
      takedown.state === 'carriedOut' && state !== 'published' ? h('p.hint', {}, t('takedown.reinstate')) : null,
      waits && mayDecide(this.#kinds, takedown.kind, this.#session) ? h('div.buttons', {},
        h('button', { type: 'button', on: { click: () => this.#do(decideOrder(this.#reviews, this.#caseId, false)) } },
          t('takedowns.withdraw')),
        h('button.primary.bad', { type: 'button', on: { click: () => this.#do(decideOrder(this.#reviews, this.#caseId, true)) } },
          t('takedowns.carryOut'))) : null,
    ];
  }

  async #do(sending) {
    if (await sending) {
      await this.#onChanged();
    }
  }
}
