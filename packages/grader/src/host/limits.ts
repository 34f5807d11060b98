/** How much an interpreter may say, wherever it is counted. */

/** Characters of all messages of one run together. */
export const MAX_TRAFFIC = 32_000_000;
/** What a message counts for beside its characters: a flood of empty ones takes time, too. */
export const MESSAGE_COST = 64;
/** Of an interpreter that is put back as it was before. Larger, it is cheaper to start another. */
export const REWOUND_MB = 128;
/** Characters of one message: several times what the largest of ours has. */
export const MAX_MESSAGE = 4_000_000;
