/**
 * A band says which pairs of positions the search looks at. Position (i, j) means: i source and j target segments are
 * behind us. Row i holds the target positions `from[i]` to `to[i]`, both included; both ends never go back.
 */
export interface Band {
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index of each row's first cell; the last entry is the number of cells. */
  readonly starts: Int32Array
}

/** A point the path is believed to pass. */
export interface Anchor {
  readonly source: number
  readonly target: number
}

/** Texts up to this many cells are searched whole: nothing is ever missed in a document of some hundred sentences. */
const wholeCells = 60_000
/** A rectangle between two anchors is searched whole up to this size, above it along its diagonal. */
const rectangleCells = 40_000
const margin = 12

export function wholeBand(rows: number, columns: number): Band {
  return finish(new Int32Array(rows + 1), new Int32Array(rows + 1).fill(columns))
}

export function isSmall(rows: number, columns: number): boolean {
  return (rows + 1) * (columns + 1) <= wholeCells
}

/** The band along a chain of anchors in order, from (0, 0) to (rows, columns). */
export function bandAlong(anchors: readonly Anchor[], rows: number, columns: number): Band {
  const from = new Int32Array(rows + 1).fill(columns)
  const to = new Int32Array(rows + 1)
  let last: Anchor = { source: 0, target: 0 }
  for (const anchor of [...anchors, { source: rows, target: columns }]) {
    addRectangle(from, to, last, anchor, columns)
    last = anchor
  }
  widen(from, to, columns)
  return finish(from, to)
}

function addRectangle(from: Int32Array, to: Int32Array, a: Anchor, b: Anchor, columns: number): void {
  const height = b.source - a.source
  const width = b.target - a.target
  const isWhole = (height + 1) * (width + 1) <= rectangleCells || height === 0
  // The wider the gap, the less the diagonal is to be trusted; beads drift like a random walk, so the root would do,
  // but missing chapters do not: a quarter of the gap, within bounds of memory.
  const half = Math.min(
    Math.max(60, Math.ceil(0.25 * Math.max(height, width))),
    Math.max(100, Math.ceil(2.5e6 / Math.max(1, height))),
  )
  for (let row = a.source; row <= b.source; row++) {
    const centre = height === 0 ? a.target : a.target + Math.round(((row - a.source) / height) * width)
    const low = isWhole ? a.target : Math.max(a.target, centre - half)
    const high = isWhole ? b.target : Math.min(b.target, centre + half)
    from[row] = Math.min(from[row] ?? 0, Math.max(0, low))
    to[row] = Math.max(to[row] ?? 0, Math.min(columns, high))
  }
}

/** Adds the margin on all sides, and lets neither end go back. */
function widen(from: Int32Array, to: Int32Array, columns: number): void {
  const rows = from.length - 1
  const low = from.slice()
  const high = to.slice()
  for (let row = 0; row <= rows; row++) {
    from[row] = Math.max(0, (low[Math.max(0, row - margin)] ?? 0) - margin)
    to[row] = Math.min(columns, (high[Math.min(rows, row + margin)] ?? 0) + margin)
  }
  for (let row = 1; row <= rows; row++) to[row] = Math.max(to[row] ?? 0, to[row - 1] ?? 0)
  for (let row = rows - 1; row >= 0; row--) from[row] = Math.min(from[row] ?? 0, from[row + 1] ?? 0)
}

function finish(from: Int32Array, to: Int32Array): Band {
  const starts = new Int32Array(from.length + 1)
  for (let row = 0; row < from.length; row++)
    starts[row + 1] = (starts[row] ?? 0) + (to[row] ?? 0) - (from[row] ?? 0) + 1
  return { from, to, starts }
}

/** Number of cells of a band. */
export function cellsOf(band: Band): number {
  return band.starts[band.starts.length - 1] ?? 0
}

/** True when the band holds position (i, j). */
export function isInside(band: Band, i: number, j: number): boolean {
  return j >= (band.from[i] ?? 0) && j <= (band.to[i] ?? -1)
}

/** Index of a position's cell; only for positions inside. */
export function cellAt(band: Band, i: number, j: number): number {
  return (band.starts[i] ?? 0) + j - (band.from[i] ?? 0)
}
