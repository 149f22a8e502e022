import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { enUS } from '@/shared/i18n/en-US'
import { zhCN } from '@/shared/i18n/zh-CN'

// The floors of the house: shared → features → app, and features do not know each other.

const root = join(process.cwd(), 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|tsx|css)$/.test(path))
  .map((path) => ({ path: relative(root, join(root, path)), text: readFileSync(join(root, path), 'utf8') }))
const sources = files.filter((file) => !file.path.endsWith('.css'))

function importsOf(text: string): string[] {
  return [...text.matchAll(/from '([^']+)'/g)].map((found) => found[1]!)
}

it('features never import features, and nothing imports upwards', () => {
  const trespassers = sources.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((target) => {
        if (path.startsWith('features/')) {
          const feature = path.split('/')[1]
          return target.startsWith('@/app') || (target.startsWith('@/features/') && target.split('/')[2] !== feature) || target.includes('../../')
        }
        return path.startsWith('shared/') && /^@\/(app|features)/.test(target)
      })
      .map((target) => `${path} → ${target}`),
  )
  expect(trespassers).toEqual([])
})

it('file names are kebab-case', () => {
  expect(files.map((file) => file.path.split('/').at(-1)!).filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.(ts|tsx|css)$/.test(name) && !/^(zh-CN|en-US)\.ts$/.test(name))).toEqual([])
})

it('colours are named in the palette alone', () => {
  const painted = files.filter((file) => !/shared\/theme\/palette\.ts$/.test(file.path) && /#[0-9a-fA-F]{6}\b/.test(file.text))
  expect(painted.map((file) => file.path)).toEqual([])
})

it('texts stand in the message files, in both languages, with the same places to fill', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort()
  for (const [key, text] of Object.entries(zhCN)) expect([key, places(enUS[key as keyof typeof zhCN])]).toEqual([key, places(text)])
  const talking = sources.filter(({ path, text }) => path.endsWith('.tsx') && !path.includes('.test.') && /[\u4e00-\u9fff]/.test(text.replace(/回响|\/\*[\s\S]*?\*\//g, '')))
  expect(talking.map((file) => file.path)).toEqual([])
})
