import type { Text } from '@/shared/i18n/text'

/** The touchpoint in words. Its technical name (kind:account) is nothing to read. */
export function sourceName(source: string, t: Text): string {
  return /^web(:|$)/i.test(source) ? t('source.web') : source
}
