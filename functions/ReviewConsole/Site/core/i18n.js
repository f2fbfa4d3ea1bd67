// Texts by key, in the user's language. A missing key falls back to English, then to the key itself.

export const languages = { en: 'English', 'zh-Hans': '简体中文' };

const fallback = 'en';
let texts = {};
let englishTexts = {};
let current = fallback;

/** Gets the supported language that the browser prefers. */
export function preferredLanguage(preferences = navigator.languages) {
  const wanted = preferences.find(tag => /^(zh|en)\b/i.test(tag)) ?? fallback;
  return /^zh/i.test(wanted) ? 'zh-Hans' : fallback;
}

export async function useLanguage(language) {
  englishTexts = await load(fallback);
  texts = language === fallback ? englishTexts : await load(language);
  current = language;
  document.documentElement.lang = language;
}

export function language() {
  return current;
}

/** @param {object} [values] replace {name} in the text */
export function t(key, values = {}) {
  const text = texts[key] ?? englishTexts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Gets the text of a key from data, such as a reason code, or the data itself if there is no text. */
export function term(group, value) {
  if (value === null || value === undefined || value === '') {
    return '';
  }

  const key = `${group}.${value}`;
  return Object.hasOwn(texts, key) || Object.hasOwn(englishTexts, key) ? t(key) : String(value);
}

async function load(name) {
  const response = await fetch(`/console/i18n/${name}.json`);
  if (!response.ok) {
    throw new Error(`The texts of ${name} could not be loaded (${response.status}).`);
  }

  return response.json();
}
