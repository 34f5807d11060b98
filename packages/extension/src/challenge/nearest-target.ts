/** Which of a row of cells a command means. */

/** The active cell if it qualifies, else the next one that does, else the last one before it; -1 if none does. */
export function nearestTarget(qualifies: readonly boolean[], active: number): number {
  const after = qualifies.indexOf(true, Math.max(active, 0));
  return after === -1 ? qualifies.lastIndexOf(true) : after;
}
