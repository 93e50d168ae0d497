import type { TSESTree } from '@typescript-eslint/utils'
import type { Parsed } from '../parse/parsed.ts'
import { fileStyle } from './file-style.ts'
import { ownEndOf } from './leading-semicolons.ts'
import { moduleKind } from './module-kind.ts'
import type { Edit } from './rewrite.ts'
import { indentAt, lineEndAfter } from './source-text.ts'
import { terminatorAbove, terminatorAt } from './statement-frame.ts'

/**
 * Inserts a line that imports, given without what ends it: after the last import or leading `require`, else after
 * directives, else at the top.
 */
export function importInsertion(line: string, parsed: Parsed): Edit {
  const { newline } = fileStyle(parsed)
  const last = lastImport(parsed) ?? lastDirective(parsed)
  if (last) {
    const at = lineEndAfter(ownEndOf(last, parsed), parsed)
    return { range: [at, at], text: `${newline}${indentAt(last.range[0], parsed)}${line}${terminatorAt(at, parsed)}` }
  }
  const at = topOf(parsed)
  return { range: [at, at], text: `${line}${terminatorAbove(at, parsed)}${newline}${newline}` }
}

function lastImport(parsed: Parsed): TSESTree.Statement | null {
  if (moduleKind(parsed) === 'esm') {
    return parsed.ast.body.findLast((statement) => statement.type === 'ImportDeclaration') ?? null
  }
  let last: TSESTree.Statement | null = null
  for (const statement of parsed.ast.body) {
    if (isRequire(statement)) last = statement
    else if (!isDirective(statement)) break
  }
  return last
}

/** const a = require('a')   const { b } = require('b').c   require('dotenv').config() */
function isRequire(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type === 'ExpressionStatement') return startsWithRequire(statement.expression)
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.every(({ init }) => init !== null && startsWithRequire(init))
  )
}

function startsWithRequire(expression: TSESTree.Node): boolean {
  let node = expression
  while (node.type === 'MemberExpression' || node.type === 'CallExpression') {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier') return node.callee.name === 'require'
    node = node.type === 'CallExpression' ? node.callee : node.object
  }
  return false
}

function lastDirective({ ast }: Parsed): TSESTree.Statement | null {
  let last: TSESTree.Statement | null = null
  for (const statement of ast.body) {
    if (!isDirective(statement)) break
    last = statement
  }
  return last
}

function isDirective(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === 'ExpressionStatement' && typeof statement.directive === 'string'
}

/**
 * The first statement, or its comment when that comment speaks of the statement alone: the comments at the top of a
 * file (licence, `@ts-check`, lint directives) stay first, what is written directly above a statement stays with it.
 */
function topOf({ ast, text }: Parsed): number {
  const first = ast.body[0]
  if (!first) return text.length
  const above = (ast.comments ?? []).filter(({ range }) => range[1] <= first.range[0] && !isHashbang(range, text))
  let at = first.range[0]
  for (const comment of above.toReversed()) {
    const isAttached = !/\n\s*\n/.test(text.slice(comment.range[1], at))
    if (!isAttached || isAboutFile(comment)) break
    at = comment.range[0]
  }
  const isAllAttached = above.length > 0 && at === above[0]!.range[0]
  return lineStartBefore(isAllAttached && isHeader(above[0]!) ? first.range[0] : at, text)
}

/** The start of the line where nothing but its indentation stands before. */
function lineStartBefore(at: number, text: string): number {
  let start = at
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1
  return start === 0 || /[\r\n\u2028\u2029]/.test(text[start - 1]!) ? start : at
}

function isHashbang([start]: readonly [number, number], text: string): boolean {
  return start === 0 && text.startsWith('#!')
}

const IS_FOR_TOOLS = /^(?:@ts-|@flow|@jsx|@license|@preserve|!|eslint|global\b|prettier|istanbul|c8|v8)/

function isAboutFile({ value }: TSESTree.Comment): boolean {
  return value.split(/[\r\n\u2028\u2029]/).some((line) => IS_FOR_TOOLS.test(line.trimStart()))
}

function isHeader({ value }: TSESTree.Comment): boolean {
  return /copyright|licen[cs]e|@file|@module|SPDX/i.test(value)
}
