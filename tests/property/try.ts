import fc from 'fast-check'
import { programShapes } from './program-shapes.ts'
import { writeProgram } from './write-program.ts'
for (const shape of fc.sample(programShapes, { numRuns: 6, seed: Number(process.argv[2] ?? 1) })) console.log(writeProgram(shape), '\n------')
