import { Alert, Button, InputNumber, Skeleton } from 'antd'
import { useState } from 'react'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useUnsaved } from '@/shared/state/unsaved'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { SettingsPage, SettingsPart } from '@/shared/ui/settings/settings-page'
import { Failure } from '@/shared/ui/states'
import { useKeepMatrix, useMatrix, type MatrixSettings, type RoutingStandard } from './api'
import { doubles, hasLastLine, linesOf, withoutKeys } from './matrix'
import { MatrixGrid } from './matrix-grid'
import { TryOutPanel } from './try-out'
import './routing.css'

export function MatrixPage({ groups }: { groups: Named[] }) {
  const t = useText()
  const matrix = useMatrix()
  return (
    <SettingsPage title={t('settings.matrix')} hint={t('settings.matrix.hint')}>
      {matrix.isError ? (
        <Failure problem={matrix.error} onRetry={() => void matrix.refetch()} />
      ) : !matrix.data ? (
        <Skeleton active paragraph={{ rows: 10 }} aria-label={t('state.loading')} />
      ) : (
        <div className="matrix">
          <Editor key={matrix.dataUpdatedAt} settings={matrix.data} groups={groups} />
          <TryOutPanel groups={groups} />
        </div>
      )}
    </SettingsPage>
  )
}

const times = ['dedicatedWaitSecs', 'relaxLevelSecs', 'overflowSecs', 'silenceSecs'] as const

function Editor({ settings, groups }: { settings: MatrixSettings; groups: Named[] }) {
  const t = useText()
  const done = useDone()
  const complain = useComplaint()
  const keep = useKeepMatrix()
  const [lines, setLines] = useState(() => linesOf(settings))
  const [standard, setStandard] = useState<RoutingStandard>(settings.standard)
  const twice = doubles(lines)
  const incomplete = lines.some((line) => !line.groupId)
  const isChanged =
    JSON.stringify(withoutKeys(lines)) !== JSON.stringify(withoutKeys(linesOf(settings))) || JSON.stringify(standard) !== JSON.stringify(settings.standard)
  useUnsaved(isChanged)
  const put = (next: MatrixSettings) => keep.mutateAsync(next)
  const save = () =>
    put({ rows: withoutKeys(lines), standard }).then(() => done(t('settings.saved'), () => put(settings)), complain)
  return (
    <div className="matrix-editor">
      <SettingsPart title={t('settings.matrix.rules')} hint={t('settings.matrix.rules-hint')}>
        <MatrixGrid lines={lines} groups={groups} twice={twice} onChange={setLines} />
        {twice.size > 0 && <Alert type="error" showIcon title={t('settings.matrix.twice')} />}
        {groups.length === 0 ? (
          <Alert type="warning" showIcon title={t('settings.matrix.no-groups')} />
        ) : (
          !hasLastLine(lines) && <Alert type="info" showIcon title={t('settings.matrix.no-last')} />
        )}
      </SettingsPart>
      <SettingsPart title={t('settings.matrix.times')}>
        <div className="matrix-times">
          {times.map((time) => (
            <label key={time}>
              <span>
                {t(`settings.matrix.${time}`)}
                <span className="quiet small">{t(`settings.matrix.${time}.means`)}</span>
              </span>
              <InputNumber
                min={0}
                max={86400}
                precision={0}
                suffix={t('settings.seconds')}
                value={standard[time]}
                onChange={(seconds) => seconds !== null && setStandard({ ...standard, [time]: seconds })}
              />
            </label>
          ))}
        </div>
      </SettingsPart>
      {isChanged && (
        <div className="save-bar" role="region" aria-label={t('settings.unsaved.mark')}>
          <span>{t('settings.unsaved.mark')}</span>
          <Button
            onClick={() => {
              setLines(linesOf(settings))
              setStandard(settings.standard)
            }}
          >
            {t('settings.take-back')}
          </Button>
          <Button type="primary" disabled={twice.size > 0 || incomplete} loading={keep.isPending} onClick={() => void save()}>
            {t('action.save')}
          </Button>
        </div>
      )}
    </div>
  )
}
