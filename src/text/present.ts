/** What is there for sure, though its type cannot tell: a member of a list whose index came from that list. */

/** @throws RangeError when it is not there: a mistake of ours, never of a file. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('unreachable')
  return value
}
