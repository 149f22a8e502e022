import { useMemo } from 'react'
import { preferences, type Language } from '../state/preferences'
import { useStore } from '../state/store'
import { enUS } from './en-US'
import { zhCN } from './zh-CN'

export type TextKey = keyof typeof zhCN
export type Text = (key: TextKey, values?: Record<string, string | number>) => string

const languages: Record<Language, Record<TextKey, string>> = { 'zh-CN': zhCN, 'en-US': enUS }

export function textIn(language: Language): Text {
  const messages = languages[language]
  return (key, values) => {
    const message = messages[key] ?? key
    return values ? message.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole)) : message
  }
}

export function useText(): Text {
  const language = useStore(preferences, (chosen) => chosen.language)
  return useMemo(() => textIn(language), [language])
}

export function useLanguage(): Language {
  return useStore(preferences, (chosen) => chosen.language)
}

/** The sentence of a problem or notice in the chosen language. */
export function inLanguage(sentence: { zh: string; en: string }, language: Language): string {
  return language === 'zh-CN' ? sentence.zh : sentence.en
}
