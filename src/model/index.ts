/** The nouns. */

export * from './bitext.ts'
export * from './content.ts'
export * from './document.ts'
export * from './failure.ts'
export * from './finding.ts'
export * from './language.ts'
export * from './memory.ts'
export * from './place.ts'
export * from './segmentation-rules.ts'
export * from './term.ts'
