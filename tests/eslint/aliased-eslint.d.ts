declare module 'eslint8' {
  export { Linter, ESLint } from 'eslint'
}
declare module 'eslint9' {
  export { Linter, ESLint } from 'eslint'
}
