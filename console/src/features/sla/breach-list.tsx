import { Button } from 'antd'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { duration, exactTime } from '@/shared/time/format'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { useBreaches, type Breach, type Days } from './figures-api'
import { lengthOf } from './standards-table'

/** Every broken promise with its reason (S-05). */
export function BreachList({ days, group, onOpen }: { days: Days; group: string | undefined; onOpen(conversation: string): void }) {
  const t = useText()
  const language = useLanguage()
  const list = useBreaches(days, group)
  const columns: Column<Breach>[] = [
    { key: 'at', title: t('figures.due'), width: 160, text: (breach) => exactTime(breach.dueAt) },
    { key: 'customer', title: t('figures.customer'), width: 120, text: (breach) => breach.customer.name },
    { key: 'kind', title: t('standard.kind'), width: 120, text: (breach) => t(`standard.kind-${breach.kind}`) },
    { key: 'standard', title: t('figures.promised'), width: 100, text: (breach) => lengthOf(breach.standardSeconds, t), order: (breach) => breach.standardSeconds },
    {
      key: 'late',
      title: t('figures.late'),
      width: 110,
      text: (breach) => (breach.lateSeconds === null ? t('figures.unanswered') : duration(breach.lateSeconds * 1000, t)),
      order: (breach) => breach.lateSeconds ?? Number.MAX_SAFE_INTEGER,
    },
    { key: 'agent', title: t('figures.agent'), width: 100, text: (breach) => breach.agent?.name ?? '' },
    { key: 'group', title: t('wall.group'), width: 110, text: (breach) => breach.group?.name ?? '', optional: 'shown' },
    { key: 'why', title: t('figures.why'), text: (breach) => inLanguage(breach.why, language) },
  ]
  return (
    <>
      <DataTable
        name="breaches"
        label={t('figures.breaches')}
        source={{ data: list.data?.pages.flatMap((page) => page.items), isError: list.isError, error: list.error, refetch: list.refetch }}
        columns={columns}
        acts={(breach) => [{ key: 'open', title: t('warning.open'), run: () => onOpen(breach.conversation) }]}
        empty={{ sentence: t('figures.no-breach') }}
      />
      {list.hasNextPage && (
        <Button block type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('figures.more')}
        </Button>
      )}
    </>
  )
}
