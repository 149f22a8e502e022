import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api/client'
import { inLanguage, useLanguage, useText } from '../i18n/text'
import './states.css'

/** Nothing here: one sentence and, where it helps, one action. */
export function Nothing(props: { sentence: string; hint?: string; action?: string; onAction?(): void; picture?: ReactNode }) {
  return (
    <div className="state-place">
      {props.picture}
      <p>{props.sentence}</p>
      {props.hint && <p className="faint small">{props.hint}</p>}
      {props.action && (
        <Button size="small" onClick={props.onAction}>
          {props.action}
        </Button>
      )}
    </div>
  )
}

/** It did not work: what, the code to name when asking for help, and a way to try again. */
export function Failure({ problem, onRetry }: { problem: unknown; onRetry(): void }) {
  const t = useText()
  const language = useLanguage()
  const known = problem instanceof ApiProblem ? problem : null
  return (
    <div className="state-place" role="alert">
      <p>{known ? inLanguage(known, language) : t('failure.title')}</p>
      <p className="faint small">{t('failure.code', { code: known?.code ?? 'console.failure' })}</p>
      <Button size="small" onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </div>
  )
}

export function ListSkeleton({ rows, height }: { rows: number; height: number }) {
  const t = useText()
  return (
    <div aria-busy="true" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" style={{ height }}>
          <Skeleton.Avatar active size={36} />
          <div>
            <Skeleton.Input active size="small" style={{ width: 96, minWidth: 0, height: 14 }} />
            <Skeleton.Input active size="small" style={{ width: 168, minWidth: 0, height: 12 }} />
          </div>
        </div>
      ))}
    </div>
  )
}
