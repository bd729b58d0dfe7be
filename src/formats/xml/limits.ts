/**
 * What a file may have at most. Real files met: depth 65, 40 attributes. Deeper ones are made to overflow a stack.
 * File size is not limited.
 */
export const limits = { depth: 256, attributes: 512, nameLength: 1024 } as const
