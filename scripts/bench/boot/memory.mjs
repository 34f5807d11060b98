// @ts-check
/**
 * What the pages of one browser hold in memory: the proportional set size of all of its renderer processes, so that
 * documents, workers, frames and WebAssembly count wherever the browser has put them, and what they share counts once.
 * (`performance.measureUserAgentSpecificMemory` wants an isolated page, which a plain host does not give.)
 */

import { readFileSync, readdirSync } from 'node:fs';

/** Linux alone says so of processes. */
export const canMeasureMemory = process.platform === 'linux';

/** @param {string} profile the folder that the browser was started with @returns {number} megabytes */
export function rendererMegabytes(profile) {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`);
      const parent = /^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`))?.[1];
      return parent === undefined ? [] : [{ pid, parent, command }];
    });
  const browser = processes.find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=')
  );
  const isOfBrowser = (/** @type {string | undefined} */ pid) => {
    for (let at = pid; at !== undefined; at = processes.find((one) => one.pid === at)?.parent) {
      if (at === browser?.pid) return true;
    }
    return false;
  };
  const renderers = processes.filter(
    ({ pid, command }) => command.includes('--type=renderer') && isOfBrowser(pid)
  );
  if (renderers.length === 0) throw new Error(`No browser of ${profile} runs.`);
  const kilobytes = renderers.map(({ pid }) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
  );
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

/** @param {string} path @returns {string} nothing where the process has ended */
function read(path) {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
