// Shows bidirectional control and invisible characters by name instead of applying them: they can disguise a file name.

// Directional marks, embeddings, overrides and isolates; zero-width space, byte-order mark. Joiners are kept: languages and emoji need
// them.
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

export function visibleText(text) {
  return String(text).replace(unseen, character => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}
