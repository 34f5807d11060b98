/** The law of an import: every word of the text is in the draft, in its order. For tests. */

/** Letters and digits; Unicode counts some pictures, such as ℹ️, as letters. */
export function words(text: string): string[] {
  const withoutPictures = text.replace(/(?=\P{N})\p{Extended_Pictographic}/gu, ' ');
  return withoutPictures.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The first word of `text` that the draft does not hold after those before it; `null` when it holds them all. A word
 * may have come apart, as glossary text does.
 */
export function firstLostWord(text: string, draft: string): string | null {
  const kept = words(draft);
  let at = 0;
  for (const word of words(text)) {
    const end = endOfWord(kept, at, word);
    if (end === null) return word;
    at = end;
  }
  return null;
}

function endOfWord(kept: readonly string[], from: number, word: string): number | null {
  for (let start = from; start < kept.length; start++) {
    let joined = '';
    for (let end = start; end < kept.length && word.startsWith(joined); end++) {
      joined += kept[end];
      if (joined === word) return end + 1;
    }
  }
  return null;
}
