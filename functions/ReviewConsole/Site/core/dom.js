// Builds elements. Text only becomes text nodes: uploaders' text can never become markup.
import { visibleText } from './text.js';
import { safeUrl } from './url.js';

// Attributes shown or read out to people.
const told = ['title', 'alt', 'aria-label'];
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag such as 'div' or 'button.primary.small'
 * @param {object} [attributes] 'on' holds listeners, 'style' custom properties, 'data' a dataset; null, undefined and false are omitted
 * @param {...any} children nodes and texts, arrays allowed; null, undefined and false are omitted
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

/** An icon of one path on a 24 × 24 grid. Hidden from screen readers: its parent needs an accessible name. */
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

/** Replaces the children of an element. */
export function fill(element, ...children) {
  element.replaceChildren(...flatten(children));
  return element;
}

const shownIn = new WeakMap();

/** Refills an element if its data changed; otherwise keeps it, and the focus in it. */
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
