import type { Text } from '@/shared/i18n/text'
import type { Escalation, Standard, Windows } from './standards'

const names = { '*': 'standard.channel-any', web: 'standard.channel-web', api: 'standard.channel-api', phone: 'standard.channel-phone', store: 'standard.channel-store' } as const

export function channelName(channel: string, t: Text): string {
  const key = names[channel as keyof typeof names]
  return key ? t(key) : channel
}

export function standardName({ channel, kind }: Standard, t: Text): string {
  return `${channelName(channel, t)} · ${t(`standard.kind-${kind}`)}`
}

export function chainText(chain: Escalation[], t: Text): string {
  return chain.map((step) => `${after(step.afterSeconds, t)} ${t(`standard.to-${step.to}`)}`).join(' → ')
}

export function after(seconds: number, t: Text): string {
  return seconds === 0 ? t('standard.at-once') : t('standard.after', { n: seconds })
}

export function windowsText({ replyRate, averageWaitSeconds }: Windows, t: Text): string {
  const { from, to, days, minutes, capSeconds } = replyRate
  return t('standard.windows-text', { from, to, days, minutes: minutes.join('、'), cap: capSeconds, wait: averageWaitSeconds })
}
