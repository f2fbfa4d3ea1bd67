// The timeline of the video with its findings; selecting a finding seeks to it.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { position, timeSpan } from '../core/format.js';

const lanes = ['label', 'safety'];

export class Timeline {
  #player;
  #moments = [];
  #stated = null;
  #current = -1;
  #head = h('span.head');
  #lanes = h('div.lanes');
  #scale = h('div.scale', { 'aria-hidden': 'true' });
  #empty = h('p.hint', { hidden: true });

  constructor(player) {
    this.#player = player;
    player.onTime(() => this.#follow());
  }

  get element() {
    this.#empty.textContent = t('timeline.empty');
    return h('section.timeline', { 'aria-label': t('timeline') }, this.#lanes, this.#scale, this.#empty);
  }

  /** @param {object|null} labels labels.json, which has the duration if the video cannot be played */
  show(moments, labels) {
    // New evidence may contain other findings.
    if (JSON.stringify(moments) !== JSON.stringify(this.#moments)) {
      this.#current = -1;
    }

    this.#moments = moments;
    this.#stated = timeSpan(labels?.container?.duration);
    this.#draw();
  }

  /** Moves to the next or previous finding. */
  jump(by) {
    if (this.#moments.length === 0) {
      return;
    }

    const start = this.#current < 0 && by < 0 ? 0 : this.#current;
    this.#go((start + by + this.#moments.length) % this.#moments.length);
    this.#focus();
  }

  #focus() {
    this.#lanes.querySelector(`[data-moment="${this.#current}"]`)?.focus({ preventScroll: true });
  }

  #go(index) {
    this.#current = index;
    this.#player.seek(this.#moments[index].from);
    for (const button of this.#lanes.querySelectorAll('[data-moment]')) {
      button.toggleAttribute('data-current', Number(button.dataset.moment) === index);
    }
  }

  #follow() {
    if (this.#player.duration && this.#player.duration !== this.#drawnFor) {
      this.#draw();
    }

    this.#head.style.setProperty('--at', `${this.#percent(this.#player.time)}%`);
  }

  #drawnFor = null;

  get #duration() {
    return this.#player.duration ?? this.#stated ?? Math.max(1, ...this.#moments.map(moment => moment.to));
  }

  #draw() {
    // The duration arrives after the findings, so a redraw must keep the current finding and the focus in it.
    const focused = this.#lanes.contains(document.activeElement);
    this.#drawnFor = this.#player.duration;
    const used = lanes.filter(lane => this.#moments.some(moment => moment.lane === lane));
    fill(this.#lanes,
      used.map(lane => h('div.lane', { class: lane, role: 'group', 'aria-label': t(`timeline.${lane}`) },
        h('span.lane-name', { 'aria-hidden': 'true' }, t(`timeline.${lane}`)),
        this.#track(lane))),
      h('div.head-track', { 'aria-hidden': 'true' }, this.#head));
    if (focused) {
      this.#focus();
    }

    this.#empty.hidden = used.length > 0;
    this.#lanes.hidden = this.#scale.hidden = used.length === 0;
    const marks = 5;
    fill(this.#scale, Array.from({ length: marks }, (_, index) => h('span', {}, position((this.#duration * index) / (marks - 1)))));
  }

  // Stacks simultaneous findings, each in the first free row.
  #track(lane) {
    const ends = [];
    const buttons = this.#moments.map((moment, index) => {
      if (moment.lane !== lane) {
        return null;
      }

      const free = ends.findIndex(end => end <= moment.from);
      const row = free < 0 ? ends.length : free;
      ends[row] = moment.to + this.#duration / 50;
      return this.#button(moment, index, row);
    });
    return h('div.track', { style: { '--rows': ends.length } }, buttons);
  }

  #button(moment, index, row) {
    const { from, to, text, about, tone } = moment;
    const times = to > from ? `${position(from)}–${position(to)}` : position(from);
    return h('button.moment', {
      type: 'button',
      class: `${tone} ${to > from ? 'span' : 'point'}`,
      title: `${text} · ${times} · ${about}`,
      'aria-label': t('timeline.jump', { text, times, about }),
      data: { moment: index },
      'data-current': index === this.#current,
      style: { '--row': row, '--from': `${this.#percent(from)}%`, '--width': `${this.#percent(to) - this.#percent(from)}%` },
      on: { click: () => this.#go(index) },
    }, h('span', {}, text));
  }

  #percent(seconds) {
    return Math.min(Math.max((100 * seconds) / this.#duration, 0), 100);
  }
}
