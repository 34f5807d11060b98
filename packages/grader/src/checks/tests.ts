/** The author's tests: each is run in the author's interpreter, and asks the answer's for what it calls. */

import { TestEnded, type AuthorTools, type Tests } from '../author-tools.js';
import type { Finding } from '../finding.js';
import type { GradedTests } from '../grading-data.js';
import type { Say } from '../messages/messages.js';
import { RunEnded, SandboxError, type Conversation, type RunOptions } from '../sandbox.js';
import { brokenTest, testFinding, unfinishedTest } from './test-finding.js';

export interface TestContext {
  tests: GradedTests;
  /** The answer's text. */
  source: string;
  author: Pick<AuthorTools, 'withTests'>;
  tolerance: number;
  seed: number;
  say: Say;
}

/** What each test found, by its name. Those are missing that the answer's end left no time for. */
export async function runTests(
  context: TestContext,
  conversation: Conversation,
  options: Pick<RunOptions, 'signal'>
): Promise<Map<string, Finding>> {
  const { source, functions } = context.tests;
  const { tolerance, seed } = context;
  const request = { source, tolerance, seed };
  const findings = new Map<string, Finding>();
  const rest = functions.map(({ name }) => name);
  const runSome = async (session: Tests): Promise<void> => {
    for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
      const { finding, isOver } = await runTest(name, session, context, conversation);
      findings.set(name, finding);
      if (isOver) return; // the rest has another interpreter
    }
  };
  try {
    while (rest.length > 0) await context.author.withTests(request, runSome, options);
  } catch (error) {
    // Where the answer's run ended, its result tells how.
    if (error instanceof RunEnded) return findings;
    if (!(error instanceof SandboxError)) throw error;
    for (const { name } of functions) {
      if (!findings.has(name)) findings.set(name, brokenTest(error.message, context.say));
    }
  }
  return findings;
}

async function runTest(
  name: string,
  session: Tests,
  { source, say }: TestContext,
  conversation: Conversation
): Promise<{ finding: Finding; isOver: boolean }> {
  let asked = 0;
  const ask: Conversation['ask'] = (expression) => {
    asked++;
    return conversation.ask(expression);
  };
  const { stdout, functions } = conversation.program;
  await conversation.reset();
  try {
    const outcome = await session.run(name, { source, stdout, functions }, ask);
    return { finding: testFinding(outcome, { source, say }), isOver: false };
  } catch (error) {
    if (!(error instanceof TestEnded)) throw error;
    return { finding: unfinishedTest(error, asked > 0, say), isOver: true };
  }
}
