/** A list of unsigned 32-bit numbers that grows without an object a number. */
export interface Growable {
  readonly length: number
  push(value: number): void
  at(index: number): number
  /** Forgets what stands after the first `length` numbers. */
  truncate(length: number): void
  /** The numbers so far; valid until the next push. */
  view(): Uint32Array
  /** Forgets all and gives the room back at once, without waiting for the garbage collector. */
  release(): void
}

class GrowableNumbers implements Growable {
  length = 0
  #values = new Uint32Array(256)

  push(value: number): void {
    if (this.length === this.#values.length) {
      // Moves the numbers where it must, and never holds them twice for longer than that.
      this.#values = new Uint32Array(this.#values.buffer.transfer(Math.ceil(this.length * 1.6) * 4))
    }
    this.#values[this.length++] = value
  }

  at(index: number): number {
    return this.#values[index] ?? 0
  }

  truncate(length: number): void {
    this.length = length
  }

  view(): Uint32Array {
    return this.#values.subarray(0, this.length)
  }

  release(): void {
    this.#values.buffer.transfer(0)
    this.#values = new Uint32Array(256)
    this.length = 0
  }
}

export function growable(): Growable {
  return new GrowableNumbers()
}
