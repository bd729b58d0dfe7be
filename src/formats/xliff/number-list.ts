/** A growing list of whole numbers from -2^31 to 2^31 - 1, four bytes each. */

import { at } from '../../text/present.ts'

/** Kept in blocks: an array that grows is copied again and again, and what it was before stays in memory until it is collected. */
export class NumberList {
  length = 0
  readonly #blocks: Int32Array[] = []
  #last: Int32Array = new Int32Array(0)

  push(value: number): void {
    const inside = this.length & blockMask
    if (inside === 0) {
      this.#last = new Int32Array(blockMask + 1)
      this.#blocks.push(this.#last)
    }
    this.#last[inside] = value
    this.length++
  }

  /** 0 where there is none. */
  at(index: number): number {
    return this.#blocks[index >> blockBits]?.[index & blockMask] ?? 0
  }

  /** @throws RangeError past the last block */
  set(index: number, value: number): void {
    at(this.#blocks, index >> blockBits)[index & blockMask] = value
  }
}

const blockBits = 12
const blockMask = (1 << blockBits) - 1
