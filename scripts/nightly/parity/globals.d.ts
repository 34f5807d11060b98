/** What the page of the parity run adds to its global object. */

declare var lecternParity: (
  data: import('@lectern/grader').GradingData,
  source: string
) => Promise<string>;
