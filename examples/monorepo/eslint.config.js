import interleave from 'eslint-plugin-interleave'

export default [
  { ...interleave.configs.recommended, settings: { interleave: { crossFile: true } } },
]
