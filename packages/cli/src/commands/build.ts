/** `lectern build`: a course to a static site. */

import type { Command } from 'commander';
import { defaultCourse } from '../course/default-course.js';
import { buildCourseSite } from '../prepare/course-site.js';
import { printDiagnostics, summarise } from '../terminal.js';

export function addBuild(program: Command): void {
  program
    .command('build')
    .summary('write a course as a static site')
    .description(
      'Writes a course as a static site: copy the folder to any static host, also under a sub-path.'
    )
    .argument(
      '[course]',
      'a folder of lessons, or one lesson (default: notebooks, or else this folder)'
    )
    .option('-o, --output <folder>', 'the folder to write; a former site in it is replaced', 'dist')
    .action(async (course: string | undefined, { output }: { output: string }) => {
      const site = await buildCourseSite(course ?? (await defaultCourse()), output);
      printDiagnostics(site.diagnostics);
      process.stdout.write(`Wrote ${output}: ${summarise(site)}\n`);
    });
}
