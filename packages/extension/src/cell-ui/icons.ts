/** The icons of statuses and buttons: drawn in the text's colour, hidden from screen readers, which get the words. */

const PATHS = {
  // A circle with a tick, a cross, an exclamation mark, a clock's hands, a letter i, a dash.
  passed:
    'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm3.7 4.9-4.4 5-3-2.9 1-1.1 1.9 1.9 3.4-3.9Z',
  failed:
    'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm3.2 8.9-1.1 1.1L8 9.1l-2.1 2.1-1.1-1.1L6.9 8 4.8 5.9l1.1-1.1L8 6.9l2.1-2.1 1.1 1.1L9.1 8Z',
  warning:
    'M8 1.4c.4 0 .7.2.9.5l6 10.8c.4.7-.1 1.6-.9 1.6H2c-.8 0-1.3-.9-.9-1.6l6-10.8c.2-.3.5-.5.9-.5ZM7.2 5.8v4h1.6v-4Zm0 5.2v1.6h1.6V11Z',
  time: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm.8 3v3.4l2.6 1.6-.8 1.3-3.4-2.1V4.2Z',
  info: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm-.8 3h1.6v1.6H7.2Zm0 2.8h1.6v4.8H7.2Z',
  none: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm0 1.6a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8Z',
  checking: 'M8 1.2A6.8 6.8 0 0 1 14.8 8h-1.6A5.2 5.2 0 0 0 8 2.8Z'
} as const;

export type IconName = keyof typeof PATHS;

const OF_STATUS: Record<string, IconName> = {
  '': 'none',
  checking: 'checking',
  passed: 'passed',
  failed: 'failed',
  error: 'warning',
  'timed-out': 'time',
  'out-of-memory': 'warning',
  'not-attempted': 'info',
  ungraded: 'info',
  'broken-check': 'warning'
};

export function statusIcon(status: string): SVGSVGElement {
  return icon(OF_STATUS[status] ?? 'info');
}

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const attributes = { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  svg.classList.add('lectern-Icon', `lectern-mod-${name}`);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
