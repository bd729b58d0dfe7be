/** From posterior to confidence: of beads with confidence c about the share c is right. */

/** Pairs (posterior, share right), measured on development documents; between them a straight line. */
const calibration: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 1],
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
