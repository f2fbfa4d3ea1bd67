// Builds elements. Text only ever becomes text nodes, so nothing that an uploader wrote can become markup.
import { visibleText } from './text.js';
import { safeUrl } from './url.js';

// Attributes that people read or hear.
const told = ['title', 'alt', 'aria-label'];
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag such as 'div' or 'button.primary.small'
 * @param {object} [attributes] 'on' holds listeners, 'style' custom properties, 'data' a dataset; null, undefined and false leave an attribute out
 * @param {...any} children nodes and texts, nested as they come; null, undefined and false are left out
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) {
    element.classList.add(...classes);
  }

  for (const [key, value] of Object.entries(attributes)) {
    assign(element, key, value);
  }

  element.append(...flatten(children));
  return element;
}

/** An icon of one path on a grid of 24. It says nothing to screen readers: what carries it needs a name. */
export function icon(path, className = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon ${className}`);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Puts children in place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...flatten(children));
  return element;
}

const shownIn = new WeakMap();

/** Fills an element anew when what it shows has changed, and leaves it, and the focus in it, alone when not. */
export function refill(element, data, render) {
  const text = JSON.stringify(data);
  if (shownIn.get(element) !== text) {
    shownIn.set(element, text);
    fill(element, render());
  }
}

function assign(element, key, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }

  if (key === 'on') {
    Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
  } else if (key === 'style') {
    Object.entries(value).forEach(([property, text]) => element.style.setProperty(property, text));
  } else if (key === 'data') {
    Object.assign(element.dataset, value);
  } else if (key === 'class') {
    element.classList.add(...String(value).split(' ').filter(Boolean));
  } else if (key === 'href' || key === 'src') {
    element.setAttribute(key, safeUrl(value));
  } else if (key.startsWith('on') || key === 'srcdoc') {
    throw new TypeError(`Attribute ${key} would carry script.`);
  } else {
    element.setAttribute(key, value === true ? '' : told.includes(key) ? visibleText(value) : String(value));
  }
}

function flatten(children) {
  return children.flat(Infinity)
    .filter(child => child !== null && child !== undefined && child !== false)
    .map(child => (child instanceof Node ? child : visibleText(child)));
}
