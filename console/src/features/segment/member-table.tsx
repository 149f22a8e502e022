import { Button, Table } from 'antd'
import { useText } from '@/shared/i18n/text'
import { calendarDay } from '@/shared/time/format'
import { LevelTag } from '@/shared/ui/level-tag'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { useMembers, type Member } from './api'
import { inMoney } from './member-list'

/** The customers behind an address, page after page. */
export function MemberTable({ address, onOpen }: { address: string; onOpen?(customer: string): void }) {
  const t = useText()
  const list = useMembers(address)
  const members = list.data?.pages.flatMap((page) => page.items)
  if (list.isError && !members) return <Failure problem={list.error} onRetry={() => void list.refetch()} />
  if (!members) return <ListSkeleton rows={6} height={44} />
  return (
    <>
      <Table<Member>
        size="small"
        rowKey="id"
        aria-label={t('segment.members')}
        dataSource={members}
        pagination={false}
        onRow={(member) => (onOpen ? { onClick: () => onOpen(member.id) } : {})}
        rowClassName={onOpen ? 'is-openable' : ''}
        locale={{ emptyText: <Nothing sentence={t('segment.nobody')} /> }}
        columns={[
          {
            title: t('segment.customer'),
            key: 'name',
            render: (_, member) => (
              <span className="segment-who">
                {member.name}
                {member.level !== 'ordinary' && <LevelTag level={member.level} vip={member.level === 'gold' || member.level === 'platinum'} />}
              </span>
            ),
          },
          { title: t('segment.orders'), key: 'orders', width: 80, align: 'right', render: (_, member) => member.orders },
          { title: t('segment.spent'), key: 'spent', width: 128, align: 'right', render: (_, member) => inMoney(member.spent) },
          { title: t('segment.last-order'), key: 'last', width: 112, render: (_, member) => member.lastOrderAt && calendarDay(member.lastOrderAt) },
          { title: t('segment.cell'), key: 'cell', width: 72, render: (_, member) => member.cell && <span className="rfm-cell">{member.cell}</span> },
          { title: t('rfm.strategy'), key: 'strategy', width: 120, render: (_, member) => member.strategy && <span className={`rfm-strategy is-${member.strategy}`}>{t(`rfm.${member.strategy}`)}</span> },
        ]}
      />
      {list.hasNextPage && (
        <Button block type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('segment.more')}
        </Button>
      )}
    </>
  )
}
