/** Numbers and series in words: what is read out where a chart is not seen. */

/**
 * Three significant digits, a minus that is one, and no exponent where none is needed.
 *
 * @example
 * ```ts
 * [0.123456, -1234, 4e-7].map(readable); // → ['0.123', '−1,234', '4.0e−7']
 * ```
 */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'undefined' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 1e-3 || size >= 1e6)
      ? value.toExponential(1).replace('e-', 'e−')
      : size >= 1000
        ? Math.round(value).toLocaleString('en')
        : Number(value.toPrecision(3)).toString();
  return text.replace(/^-/, '−');
}

/** Of what should be near 0: how near does not matter below a thousandth. */
export const atMost = (value: number) => (value < 1e-3 ? 'less than 0.001' : readable(value));

export interface XY {
  x: number;
  y: number;
}

/**
 * "A falls from 3 at 0 to 1 at 8; its lowest is 0.5 at 6." from the points; x and y are named as the axes are.
 *
 * @example
 * ```ts
 * const points = [3, 0.5, 1].map((y, i) => ({ x: 4 * i, y }));
 * describeSeries('The loss', points); // → 'The loss falls from 3 at 0 to 1 at 8; its lowest is 0.5 at 4.'
 * ```
 */
export function describeSeries(name: string, points: readonly XY[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return `${name}: no values yet.`;
  if (points.length === 1) return `${name} is ${readable(first.y)} at ${readable(first.x)}.`;
  const highest = points.reduce((a, b) => (b.y > a.y ? b : a));
  const lowest = points.reduce((a, b) => (b.y < a.y ? b : a));
  const moves = last.y > first.y ? 'rises' : last.y < first.y ? 'falls' : 'goes';
  const extremes = [
    highest.y > Math.max(first.y, last.y)
      ? `its highest is ${readable(highest.y)} at ${readable(highest.x)}`
      : '',
    lowest.y < Math.min(first.y, last.y)
      ? `its lowest is ${readable(lowest.y)} at ${readable(lowest.x)}`
      : ''
  ].filter((text) => text !== '');
  return (
    `${name} ${moves} from ${readable(first.y)} at ${readable(first.x)} to ${readable(last.y)} at ${readable(last.x)}` +
    (extremes.length > 0 ? `; ${extremes.join('; ')}.` : '.')
  );
}
