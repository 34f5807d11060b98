// @ts-check
/** A reason, for people, why nothing was evaluated. */

export class Refusal extends Error {}
