/** What a parser keeps from one text to the next. */

import type { Segment } from './incremental-markdown.js';
import { Memo } from './memo.js';
import type { Analysis } from './python/analyse.js';

export class ParserMemory {
  readonly segments = new Memo<Segment>();
  readonly inlines = new Memo<readonly string[]>();
  readonly analyses = new Memo<Analysis>();

  /** Called before each parse. */
  age(): void {
    this.segments.age();
    this.inlines.age();
    this.analyses.age();
  }
}
