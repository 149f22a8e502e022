import { Modal } from 'antd'
import { useState } from 'react'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useDesk } from './desk'
import { MemberChoice } from './member-choice'
import { useChange } from './use-change'

export function InviteColleague({ row, onClose }: { row: Row; onClose(): void }) {
  const t = useText()
  const { members } = useDesk()
  const change = useChange(row.id)
  const [memberId, setMemberId] = useState<string | null>(null)
  const inside = new Set([row.agent?.id, ...row.participants.map((member) => member.id)])
  const invite = () => memberId && change({ kind: 'invite', agentId: memberId }, onClose)
  return (
    <Modal
      open
      title={t('invite.title', { name: row.customer.name })}
      okText={t('action.invite')}
      okButtonProps={{ disabled: !memberId }}
      onOk={invite}
      onCancel={onClose}
      width={520}
    >
      <p className="quiet small" style={{ marginBottom: 8 }}>
        {t('invite.hint')}
      </p>
      <MemberChoice
        members={members.filter((member) => !inside.has(member.id))}
        value={memberId}
        onChange={setMemberId}
        onEnter={invite}
      />
    </Modal>
  )
}
