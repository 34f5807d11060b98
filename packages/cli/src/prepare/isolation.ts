/** `--trust-submissions`: the option that every command with learners' code has. */

import { Option, type Command } from 'commander';
import type { NodeSandboxOptions } from '@lectern/grader/node';
import { PAINT, endProgress } from '../terminal.js';

export interface TrustOption {
  trustSubmissions?: boolean;
}

export function addTrustOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--trust-submissions',
      'run answers without isolation, where there is none for this machine: each can do whatever you can'
    )
  );
}

/** For `createNodeSandbox`. Without the option: what holds them best here, or a refusal. */
export function isolationFor({ trustSubmissions = false }: TrustOption): NodeSandboxOptions {
  return {
    trustSubmissions,
    onWarning: (message) => {
      endProgress();
      process.stderr.write(`lectern: ${PAINT.warning('warning')}: ${message}\n`);
    }
  };
}
