/** From posterior to confidence: of beads with confidence c about the share c is right. */

/**
 * Pairs (posterior, share right) with straight lines between. Counted on one half of the development news en–ru and en–kk;
 * docs/alignment.md shows the other half.
 */
const calibration: readonly (readonly [number, number])[] = [
  [0, 0.4],
  [0.3, 0.6],
  [0.6, 0.78],
  [0.75, 0.89],
  [0.85, 0.945],
  [0.93, 0.978],
  [0.98, 0.992],
  [1, 0.9995],
]

export function calibrate(posterior: number): number {
  const p = Math.max(0, Math.min(1, posterior))
  for (let k = 1; k < calibration.length; k++) {
    const [x0, y0] = calibration[k - 1] ?? [0, 0]
    const [x1, y1] = calibration[k] ?? [1, 1]
    if (p <= x1) return y0 + ((y1 - y0) * (p - x0)) / (x1 - x0)
  }
  return 1
}
