// URLs that the console follows. Script, data and file URLs are never allowed, from any source.

/** @returns {string} the URL if it is a route of the console, http(s) or a blob of this page; else a harmless one */
export function safeUrl(address) {
  const text = String(address);
  if (text.startsWith('#')) {
    return text;
  }

  const url = URL.parse ? URL.parse(text, location.href) : tryParse(text);
  if (url?.protocol === 'blob:') {
    return url.origin === location.origin ? url.href : '#';
  }

  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : '#';
}

function tryParse(text) {
  try {
    return new URL(text, location.href);
  } catch {
    return null;
  }
}
