/** `lectern start`: build a course, serve it on this machine, and build it again when a lesson changes. */

import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import open from 'open';
import { cacheFolder } from '../cache-folder.js';
import { defaultCourse } from '../course/default-course.js';
import { buildCourseSite } from '../prepare/course-site.js';
import { serveSite } from '../site/index.js';
import { printDiagnostics, summarise } from '../terminal.js';
import { onChange, untilInterrupted } from '../watch.js';

interface StartOptions {
  course?: string;
  port: number;
  open: boolean;
}

export function addStart(program: Command): void {
  program
    .command('start')
    .summary('serve a course on this machine')
    .description(
      'Builds a course and serves it on this machine, and builds it again whenever a lesson changes.'
    )
    .option(
      '-c, --course <folder>',
      'a folder of lessons, or one lesson (default: notebooks, or else this folder)'
    )
    .option('-p, --port <port>', 'the port to serve on; 0 takes any free one', readPort, 8000)
    .option('--no-open', 'do not open a browser')
    .action(start);
}

async function start({ course, port, open: opens }: StartOptions): Promise<void> {
  const path = course ?? (await defaultCourse());
  const folder = siteFolder(path);
  const site = await buildCourseSite(path, folder, { live: true });
  printDiagnostics(site.diagnostics);
  const server = await serveSite({ dir: folder, port });
  process.stdout.write(`Serving ${path}: ${summarise(site)}. Press Ctrl-C to stop.\n`);
  process.stdout.write(`Ready: ${server.url}\n`);
  const watcher = onChange([path], async () => {
    const again = await buildCourseSite(path, folder, { live: true });
    printDiagnostics(again.diagnostics);
    process.stdout.write(`Built again: ${summarise(again)}. Reload the page.\n`);
  });
  // A browser that cannot be opened is no failure: the address has been printed.
  if (opens) await open(server.url).catch(() => undefined);
  await untilInterrupted();
  watcher.close();
  await server.close();
  process.stdout.write('\nStopped.\n');
}

/** A folder of its own for each course, so that two can be served at a time. */
function siteFolder(course: string): string {
  const name = createHash('sha256').update(resolve(course)).digest('hex').slice(0, 12);
  return join(cacheFolder(), 'sites', name);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
  }
  return port;
}
