import { Input, Modal, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import type { Colleague, Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useDesk } from './desk'
import { useStores } from './api'
import { GroupChoice, MemberChoice, StoreChoice } from './member-choice'
import { useChange } from './use-change'

/** Transfer: to a colleague, a group or a store, with a word about why. Afterwards the workbench is shown, unless the page stays. */
export function AssignAgent({ row, onClose, stay = false }: { row: Row; onClose(): void; stay?: boolean }) {
  const t = useText()
  const { me, members, groups, open } = useDesk()
  const change = useChange(row.id)
  const [to, setTo] = useState<'member' | 'group' | 'store'>('member')
  const [memberId, setMemberId] = useState<string | null>(null)
  const [groupId, setGroupId] = useState<string | null>(null)
  const [storeId, setStoreId] = useState<string | null>(null)
  const stores = useStores(to === 'store')
  const [note, setNote] = useState('')
  const others = useMemo(() => members.filter((member) => member.id !== row.agent?.id), [members, row.agent?.id])
  const chosen = { member: memberId, group: groupId, store: storeId }[to]
  const done = () => {
    onClose()
    if (!stay && memberId !== me.id) open(null)
  }
  const transfer = () => {
    const words = note.trim() || undefined
    if (to === 'member' && memberId) change({ kind: 'assign', agentId: memberId, note: words }, done)
    if (to === 'store' && storeId) change({ kind: 'to-store', storeId, note: words }, done)
    if (to === 'group' && groupId) change({ kind: 'hand-over', groupId, note: words }, done)
  }
  return (
    <Modal
      open
      title={t('transfer.title', { name: row.customer.name })}
      okText={t('action.transfer')}
      okButtonProps={{ disabled: !chosen }}
      onOk={transfer}
      onCancel={onClose}
      width={520}
    >
      <Tabs
        activeKey={to}
        onChange={(key) => setTo(key as typeof to)}
        items={[
          {
            key: 'member',
            label: t('transfer.to-member'),
            children: <MemberChoice members={others} value={memberId} onChange={setMemberId} onEnter={transfer} />,
          },
          {
            key: 'group',
            label: t('transfer.to-group'),
            children: <GroupChoice groups={groups} members={members} value={groupId} onChange={setGroupId} />,
          },
          {
            key: 'store',
            label: t('transfer.to-store'),
            children: <StoreChoice stores={stores.data ?? []} value={storeId} onChange={setStoreId} />,
          },
        ]}
      />
      <Input.TextArea
        value={note}
        onChange={(event) => setNote(event.target.value)}
        autoSize={{ minRows: 2, maxRows: 4 }}
        maxLength={300}
        aria-label={t('transfer.note')}
        placeholder={t('transfer.note')}
      />
    </Modal>
  )
}

export function byReadiness(a: Colleague, b: Colleague): number {
  const rank = { online: 0, busy: 1, break: 2, offline: 3 }
  return rank[a.presence.state] - rank[b.presence.state] || a.load / (a.capacity || 1) - b.load / (b.capacity || 1)
}
