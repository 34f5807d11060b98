/** Dollar signs: those that begin mathematics, and those that stand before a price or a name. */

/** As pandoc has it: no space inside the signs, and no digit after the second. */
const FORMULA = /\$\$[^$]+\$\$|\$(?=\S)((?:\\[\s\S]|[^$\\])+?)(?<=\S)\$(?!\d)/y;
const CODE = /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/y;

/** Where dollar signs stand that Markdown would take for the beginning of mathematics. */
export function plainDollars(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '`') at = skip(CODE, text, at) ?? at;
    else if (character === '$') {
      const end = formulaEnd(text, at);
      if (end === null) found.push(at);
      else at = end;
    }
  }
  return found;
}

function skip(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - 1 : null;
}

function formulaEnd(text: string, at: number): number | null {
  FORMULA.lastIndex = at;
  const match = FORMULA.exec(text);
  if (match === null || isPrices(match[1] ?? '')) return null;
  return FORMULA.lastIndex - 1;
}

/** `5 or 10`: begins with an amount, and goes on in words. */
function isPrices(content: string): boolean {
  return (
    /^\d[\d.,]*\s*(?:[-–/]|[kKmM]?\b)/.test(content) && /(?<![\\\p{L}{])\p{L}{2,}/u.test(content)
  );
}
