import type { Money } from './worth-api'

/** As the reader's language writes it: ¥1,234.50. */
export function moneyText(money: Money, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: money.currency, currencyDisplay: 'narrowSymbol' }).format(Number(money.amount))
}
