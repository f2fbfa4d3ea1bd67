// The picture around a visible label, beside a ruler of the height that the standard asks for.
import { h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { percent, timeSpan } from '../core/format.js';

const needed = 0.05;
const height = 96;

/** @param {object} label of explicit-labels.json @returns {HTMLElement|null} */
export function cropOf(label, visible, frames, load) {
  const at = timeSpan(label.frame) ?? timeSpan(label.firstSeen) ?? 0;
  const [frame] = [...frames?.frames ?? []].sort((one, other) => Math.abs(one.seconds - at) - Math.abs(other.seconds - at));
  if (!frame || !visible?.width || !label.box) {
    return null;
  }

  const { x, y, width: wide, height: high } = label.box;
  const ruler = needed * Math.min(visible.width, visible.height);
  // Room above and below the taller of the two, and on both sides of the text.
  const scale = height / (2.4 * Math.max(high, ruler));
  const width = Math.min(wide * 1.3, 3.2 * height / scale) * scale;
  const image = h('img', { alt: t('crop.alt', { text: label.text }) });
  load(`frames/${frame.id}.jpg`).then(address => (image.src = address), () => (image.alt = t('frames.lost')));
  const px = value => `${Math.round(value)}px`;
  return h('figure.crop', {},
    h('div.crop-row', {},
      h('span.crop-picture', {
        style: {
          '--width': px(width), '--height': px(height), '--picture': px(visible.width * scale),
          '--x': px((width / 2) - ((x + (wide / 2)) * scale)), '--y': px((height / 2) - ((y + (high / 2)) * scale)),
        },
      }, image),
      h('span.ruler', { 'aria-hidden': 'true', style: { '--height': px(ruler * scale) } }, h('span', {}, percent(needed, 0)))),
    h('figcaption.hint', {}, t('crop.caption')));
}
