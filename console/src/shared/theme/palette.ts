import { theme, type ThemeConfig } from 'antd'

/** Every colour of the console is named here and nowhere else. */
export interface Palette {
  jade: string
  jadeSoft: string
  jadeLine: string
  amber: string
  amberSoft: string
  red: string
  redSoft: string
  link: string
  gold: string
  ground: string
  surface: string
  sunken: string
  raised: string
  line: string
  lineStrong: string
  text: string
  textQuiet: string
  textFaint: string
  bubbleTheirs: string
  bubbleOurs: string
  bubbleBot: string
  note: string
  noteLine: string
  scroll: string
  mask: string
}

export const light: Palette = {
  jade: '#0E7C66',
  jadeSoft: '#E7F3EF',
  jadeLine: '#B9DDD2',
  amber: '#D97706',
  amberSoft: '#FDF1DF',
  red: '#D92D20',
  redSoft: '#FDECEA',
  link: '#2563B8',
  gold: '#B7791F',
  ground: '#F3F6F5',
  surface: '#FFFFFF',
  sunken: '#F8FAF9',
  raised: '#FFFFFF',
  line: '#E6ECEA',
  lineStrong: '#D3DCD9',
  text: '#16211E',
  textQuiet: '#576662',
  textFaint: '#84928E',
  bubbleTheirs: '#F0F3F2',
  bubbleOurs: '#D9EFE7',
  bubbleBot: '#EDF2F8',
  note: '#FFFAE8',
  noteLine: '#E3CD86',
  scroll: '#CBD5D2',
  mask: 'rgb(18 30 26 / 32%)',
}

export const dark: Palette = {
  jade: '#3FB59B',
  jadeSoft: '#17332C',
  jadeLine: '#2B5F52',
  amber: '#F0A63C',
  amberSoft: '#38290F',
  red: '#F4695E',
  redSoft: '#2F1B19',
  link: '#7DB0F0',
  gold: '#E0B15C',
  ground: '#0E1412',
  surface: '#151C1A',
  sunken: '#121816',
  raised: '#1E2724',
  line: '#26302D',
  lineStrong: '#35423E',
  text: '#E4ECE9',
  textQuiet: '#9DADA8',
  textFaint: '#70807B',
  bubbleTheirs: '#212B28',
  bubbleOurs: '#174438',
  bubbleBot: '#1D2836',
  note: '#2B2614',
  noteLine: '#6E5F2C',
  scroll: '#3A4844',
  mask: 'rgb(0 0 0 / 52%)',
}

export const fontFamily =
  '"Segoe UI", system-ui, -apple-system, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'

/** Whoever asked his system for less motion gets none: a dialog then closes at once instead of waiting for its end. */
const isStill = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

export function antTheme(palette: Palette, isDark: boolean): ThemeConfig {
  return {
    cssVar: { key: 'hx' },
    hashed: false,
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.jade,
      colorInfo: palette.jade,
      colorInfoBg: palette.jadeSoft,
      colorInfoBorder: palette.lineStrong,
      colorSuccess: palette.jade,
      colorWarning: palette.amber,
      colorError: palette.red,
      colorLink: palette.link,
      colorTextBase: palette.text,
      colorBgBase: palette.surface,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorText: palette.text,
      colorTextSecondary: palette.textQuiet,
      colorTextTertiary: palette.textFaint,
      colorTextDescription: palette.textQuiet,
      colorTextPlaceholder: palette.textFaint,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      colorBorderDisabled: palette.line,
      colorBgMask: palette.mask,
      colorPrimaryBg: palette.jadeSoft,
      colorPrimaryBgHover: palette.jadeSoft,
      controlItemBgActive: palette.jadeSoft,
      controlItemBgActiveHover: palette.jadeSoft,
      controlItemBgHover: palette.sunken,
      fontFamily,
      fontSize: 14,
      fontSizeSM: 12,
      fontSizeLG: 16,
      lineHeight: 22 / 14,
      borderRadius: 6,
      borderRadiusLG: 10,
      borderRadiusSM: 4,
      controlHeight: 32,
      wireframe: false,
      motion: !isStill,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Modal: { titleFontSize: 16 },
      Tooltip: { fontSize: 12 },
      Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 20 },
    },
  }
}

/** The same colours for our own style sheets, as --hx-jade, --hx-bubble-ours … */
export function paletteVariables(palette: Palette): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette).map(([name, colour]) => [
      `--hx-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    ]),
  )
}

/** The same colours for charts; series take them in this order. */
export function chartTheme(palette: Palette): Record<string, unknown> {
  const axis = {
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: palette.textFaint, fontSize: 12 },
    splitLine: { lineStyle: { color: palette.line } },
    splitArea: { show: false },
    nameTextStyle: { color: palette.textFaint },
  }
  return {
    color: [palette.jade, palette.amber, palette.link, palette.gold, palette.red, palette.textFaint],
    backgroundColor: 'transparent',
    animation: !isStill,
    animationDuration: 240,
    textStyle: { fontFamily, color: palette.text },
    legend: { textStyle: { color: palette.textQuiet }, itemWidth: 12, itemHeight: 8 },
    tooltip: {
      backgroundColor: palette.raised,
      borderColor: palette.lineStrong,
      textStyle: { color: palette.text, fontSize: 12 },
      confine: true,
    },
    visualMap: { textStyle: { color: palette.textQuiet }, color: [palette.jade, palette.jadeLine, palette.jadeSoft] },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    logAxis: axis,
    line: { symbolSize: 5, lineStyle: { width: 2 }, smooth: false },
  }
}
