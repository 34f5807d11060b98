/** Lines of a starter between `# --- locked` and `# --- end`, which may not change. */

export interface LockedRegion {
  /** Number of its first line (from 1), the line after the marker. */
  first: number;
  lines: string[];
}

export interface StrayMarker {
  /** `unclosed`: a region that does not end; it locks nothing. `stray`: a marker where none can be. */
  kind: 'unclosed' | 'stray';
  line: number;
}

const MARKER = /^[ \t]*#[ \t]*---[ \t]*(locked|end)[ \t]*$/;

export function lockedLines(source: string): { regions: LockedRegion[]; strays: StrayMarker[] } {
  const regions: LockedRegion[] = [];
  const strays: StrayMarker[] = [];
  let open: LockedRegion | null = null;
  for (const [index, line] of source.split(/\r\n?|\n/).entries()) {
    const marker = MARKER.exec(line)?.[1];
    if (marker === undefined) {
      open?.lines.push(line);
    } else if (marker === 'locked' && open === null) {
      open = { first: index + 2, lines: [] };
    } else if (marker === 'end' && open !== null) {
      if (open.lines.some((text) => text.trim() !== '')) regions.push(open);
      open = null;
    } else {
      strays.push({ kind: 'stray', line: index + 1 });
    }
  }
  if (open !== null) strays.push({ kind: 'unclosed', line: open.first - 1 });
  return { regions, strays };
}
