import { Skeleton } from 'antd'
import { useState } from 'react'
import { useText, type Text } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { SettingsPart } from '@/shared/ui/settings/settings-page'
import { Failure } from '@/shared/ui/states'
import { differences, type Difference, type StandardsBook, type Version } from './standards'
import { useStandardsVersion } from './standards-api'
import { lengthOf } from './standards-table'
import { chainText, standardName, windowsText } from './standards-text'

/** Every version there was, by whom, and what it said otherwise. */
export function StandardsVersions({ book }: { book: StandardsBook }) {
  const t = useText()
  const [shown, setShown] = useState<number | null>(null)
  return (
    <SettingsPart title={t('standard.versions')} hint={t('standard.versions-hint')}>
      <ol className="versions">
        {book.versions.map(({ version, at, by }) => (
          <li key={version}>
            <button type="button" className="plain version" aria-expanded={shown === version} onClick={() => setShown(shown === version ? null : version)}>
              <b>{t('standard.version', { n: version })}</b>
              {version === book.current.version && <span className="version-current">{t('standard.current')}</span>}
              <span className="quiet">{by.id ? by.name : t('standard.by-house')}</span>
              <time className="faint">{exactTime(at).slice(0, 16)}</time>
            </button>
            {shown === version && <Changes version={version} />}
          </li>
        ))}
      </ol>
    </SettingsPart>
  )
}

function Changes({ version }: { version: number }) {
  const t = useText()
  const after = useStandardsVersion(version, true)
  const before = useStandardsVersion(version - 1, version > 1)
  if (version === 1) return <p className="version-changes quiet">{t('standard.first-version')}</p>
  const problem = after.error ?? before.error
  if (problem) return <Failure problem={problem} onRetry={() => (void after.refetch(), void before.refetch())} />
  if (!after.data || !before.data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return <List before={before.data} after={after.data} />
}

function List({ before, after }: { before: Version; after: Version }) {
  const t = useText()
  const all = differences(before, after)
  if (all.length === 0) return <p className="version-changes quiet">{t('standard.no-difference')}</p>
  return (
    <ul className="version-changes">
      {all.map((difference, index) => {
        const { what, from, to } = told(difference, t)
        return (
          <li key={index}>
            <span>{what}</span>
            {from && <del>{from}</del>}
            {to && <ins>{to}</ins>}
          </li>
        )
      })}
    </ul>
  )
}

function told(difference: Difference, t: Text): { what: string; from?: string; to?: string } {
  const promise = (item: { seconds: number; warnShare: number }) =>
    t('standard.promise', { time: lengthOf(item.seconds, t), share: Math.round(item.warnShare * 100) })
  switch (difference.what) {
    case 'added':
      return { what: standardName(difference.item, t), to: promise(difference.item) }
    case 'removed':
      return { what: standardName(difference.item, t), from: promise(difference.item) }
    case 'changed':
      return { what: standardName(difference.after, t), from: promise(difference.before), to: promise(difference.after) }
    case 'escalation':
      return { what: t('standard.escalation'), from: chainText(difference.before, t), to: chainText(difference.after, t) }
    case 'windows':
      return { what: t('standard.windows'), from: windowsText(difference.before, t), to: windowsText(difference.after, t) }
  }
}
