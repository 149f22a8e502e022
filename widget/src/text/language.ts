import { enUS } from './en-US'
import { type Text, zhCN } from './zh-CN'

export type Language = 'zh-CN' | 'en-US'

export interface Words {
  language: Language
  text: Text
  /** The sentence of a refusal or system line in this language. */
  pick(sentence: { zh: string; en: string }): string
}

/** `lang=` decides, then the browser; Chinese first. */
export function chooseLanguage(asked: string | null, browser: readonly string[]): Language {
  const wanted = [asked, ...browser].find((tag) => tag && /^(zh|en)\b/i.test(tag))
  return wanted && /^en/i.test(wanted) ? 'en-US' : 'zh-CN'
}

export function wordsIn(language: Language): Words {
  return {
    language,
    text: language === 'en-US' ? enUS : zhCN,
    pick: (sentence) => (language === 'en-US' ? sentence.en : sentence.zh) || sentence.zh,
  }
}
