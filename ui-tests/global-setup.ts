import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COURSE, SITE } from './site.js';

export default function build(): void {
  const bin = fileURLToPath(new URL('../packages/cli/bin/lectern.mjs', import.meta.url));
  execFileSync(process.execPath, [bin, 'build', COURSE, '--output', SITE], { stdio: 'inherit' });
}
