/** How much an interpreter may say, wherever it is counted. */

/** Characters of all messages of one run together. */
export const MAX_TRAFFIC = 32_000_000;
/** What a message counts for beside its characters: a flood of empty ones takes time, too. */
export const MESSAGE_COST = 64;
/** Characters of one message: several times what the largest of ours has. */
export const MAX_MESSAGE = 4_000_000;
