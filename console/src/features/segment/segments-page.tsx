import { DownloadOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Drawer, Tabs } from 'antd'
import { useState } from 'react'
import { may } from '@/shared/access'
import type { Me } from '@/shared/api/types'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { useRules, useVersions, type Rule } from './api'
import { CustomerFunnel } from './customer-funnel'
import { MemberTable } from './member-table'
import { RfmPage } from './rfm-page'
import { RuleEditor } from './rule-editor'
import { RuleTable } from './rule-table'
import { SizeTrend } from './size-trend'
import { TagStandards } from './tag-standards'
import './segment.css'

export type SegmentTab = 'segments' | 'tags' | 'rfm'

interface Props {
  me: Me
  tab: SegmentTab
  onTab(tab: SegmentTab): void
}

/** What customers have in common: segments, the rules behind the tags, and the map of RFM. */
export function SegmentsPage({ me, tab, onTab }: Props) {
  const t = useText()
  const [edited, setEdited] = useState<Rule | 'segment' | 'tag' | null>(null)
  const [opened, setOpened] = useState<Rule | null>(null)
  const mayChange = may(me, 'standards')
  return (
    <main className="segments">
      <header className="segments-head">
        <h1>{t('segment.title')}</h1>
        <Tabs
          activeKey={tab}
          onChange={(key) => onTab(key as SegmentTab)}
          items={[
            { key: 'segments', label: t('segment.segments') },
            { key: 'tags', label: t('segment.tag-rules') },
            { key: 'rfm', label: t('segment.rfm') },
          ]}
        />
        <span className="bar-space" />
        {mayChange && tab !== 'rfm' && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited(tab === 'tags' ? 'tag' : 'segment')}>
            {t(tab === 'tags' ? 'segment.new-tag' : 'segment.new')}
          </Button>
        )}
      </header>
      <div className="segments-body scroll">
        {tab === 'rfm' ? (
          <RfmPage mayChange={mayChange} />
        ) : (
          <Rules kind={tab === 'tags' ? 'tag' : 'segment'} mayChange={mayChange} onOpen={setOpened} onEdit={setEdited} />
        )}
      </div>
      {edited && <RuleEditor rule={edited} onClose={() => setEdited(null)} />}
      {opened && <RuleDetail rule={opened} mayExport={may(me, 'export')} onClose={() => setOpened(null)} />}
    </main>
  )
}

function Rules(props: { kind: Rule['kind']; mayChange: boolean; onOpen(rule: Rule): void; onEdit(rule: Rule | Rule['kind']): void }) {
  const t = useText()
  const rules = useRules()
  if (rules.isError && !rules.data) return <Failure problem={rules.error} onRetry={() => void rules.refetch()} />
  if (!rules.data) return <ListSkeleton rows={6} height={64} />
  const shown = rules.data.filter((rule) => rule.kind === props.kind)
  return (
    <>
      {props.kind === 'segment' ? <CustomerFunnel /> : <TagStandards mayChange={props.mayChange} />}
      <section className="segment-card is-flush">
        <RuleTable
          rules={shown}
          mayChange={props.mayChange}
          onOpen={props.onOpen}
          onEdit={props.onEdit}
          empty={<Nothing sentence={t('segment.none')} hint={t('segment.none-hint')} action={props.mayChange ? t('segment.new') : undefined} onAction={() => props.onEdit(props.kind)} />}
        />
      </section>
    </>
  )
}

function RuleDetail({ rule, mayExport, onClose }: { rule: Rule; mayExport: boolean; onClose(): void }) {
  const t = useText()
  const spoken = useLanguage()
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(960px, 96vw)"
      title={inLanguage(rule.name, spoken)}
      extra={
        mayExport && (
          <Button icon={<DownloadOutlined />} href={`/api/segments/${rule.id}/members.csv`}>
            {t('segment.export')}
          </Button>
        )
      }
    >
      <p className="segment-sentence is-whole">{inLanguage(rule.sentence, spoken)}</p>
      <SizeTrend trend={rule.trend} height={120} />
      <Tabs
        items={[
          { key: 'members', label: t('segment.members'), children: <MemberTable address={`/api/segments/${rule.id}/members`} /> },
          { key: 'versions', label: t('segment.versions'), children: <Versions id={rule.id} /> },
        ]}
      />
    </Drawer>
  )
}

function Versions({ id }: { id: number }) {
  const t = useText()
  const spoken = useLanguage()
  const versions = useVersions(id)
  if (versions.isError) return <Failure problem={versions.error} onRetry={() => void versions.refetch()} />
  if (!versions.data) return <ListSkeleton rows={3} height={48} />
  return (
    <ol className="segment-versions">
      {versions.data.map((version) => (
        <li key={version.version}>
          <b>{t('segment.version', { n: version.version })}</b>
          <span className="faint small">{t('segment.by', { name: version.by.name, at: exactTime(version.at) })}</span>
          <p>{inLanguage(version.sentence, spoken)}</p>
        </li>
      ))}
    </ol>
  )
}
