/** How much an interpreter may say, wherever it is counted. */

/** Characters of all messages of one run together. */
export const MAX_TRAFFIC = 32_000_000;
/** What a message counts for beside its characters: a flood of empty ones takes time, too. */
export const MESSAGE_COST = 64;
