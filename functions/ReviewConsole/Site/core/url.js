// Which addresses the console follows. Script, data and file addresses have no business here, whoever names them.

/** @returns {string} the address when it is a place within the console, http(s) or a blob of this page; else one that leads nowhere */
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
