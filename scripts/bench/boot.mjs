// @ts-check
/** From the click on a lesson to its first output, beside plain JupyterLite: docs/startup.md says how. */

import { canMeasureMemory } from './boot/memory.mjs';
import { COMPARED, measureBoot, ratios } from './boot/measure.mjs';

/** @type {Promise<import('./boot/measure.mjs').Boot> | undefined} */
let measured;
const boot = () => (measured ??= measureBoot());

/** How much of plain JupyterLite's there may be. @type {Record<string, number>} */
export const LIMITS = { cold: 0.4, warm: 0.35, restart: 0.15, bytes: 1.3, memory: 1.2 };

export default [
  ...Object.entries(LIMITS).map(([name, limit]) => ({
    name: `boot/${name}-vs-stock`,
    want: `<=${limit}`,
    measure: async () =>
      name === 'memory' && !canMeasureMemory
        ? 'only Linux says how much memory a process holds'
        : ratios(await boot(), COMPARED[name])
  })),
  {
    name: 'boot/restart-seconds',
    want: '<=1.2',
    measure: async () => (await boot()).rounds.map(({ ours }) => ours.restart)
  }
];
