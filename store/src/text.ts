import { useSyncExternalStore } from 'preact/compat'

const zh = {
  title: '门店接待',
  reception: '接待',
  chats: '会话',
  me: '我',
  waiting: '等待接待',
  waitingNone: '没有客户在等,喝口水吧',
  receive: '接待',
  overdue: '已超时',
  left: '剩余',
  paused: '未计时',
  fromOnline: '线上转来',
  walkIn: '到店',
  register: '登记到店',
  name: '称呼',
  phone: '手机号',
  memberCode: '会员号',
  memberHint: '扫会员码或输入会员号',
  issue: '来店事由',
  remark: '补充说明(可不填)',
  save: '登记',
  cancel: '取消',
  back: '返回',
  serving: '我的接待',
  servingNone: '还没有接待中的客户',
  goReception: '去接待页看看',
  write: '写给客户…',
  send: '发送',
  picture: '图片',
  sending: '待发送',
  refused: '未发送',
  discard: '删除',
  finish: '结束接待',
  category: '咨询分类',
  summary: '小结',
  summaryHint: '一句话:客户要什么,怎么解决的',
  done: '完成',
  handBack: '转给线上',
  handBackNote: '给同事的说明',
  chooseGroup: '选择技能组',
  offline: '网络不通,写下的内容会自动补发',
  connecting: '正在重新连接…',
  pending: '条待发送',
  signIn: '登录',
  login: '账号',
  password: '密码',
  code: '验证码',
  signOut: '退出登录',
  store: '门店',
  noStore: '您还没有分配门店,请联系管理员',
  state: '状态',
  online: '在线',
  busy: '忙碌',
  break: '小休',
  away: '离线',
  terminal: '打开到店登记屏',
  terminalHint: '在门口的平板上打开,客户自助登记',
  language: 'English',
  customer: '客户',
  you: '我',
  recalled: '消息已撤回',
  loading: '正在打开…',
  welcome: '欢迎光临',
  terminalIntro: '登记一下,店员马上过来',
  orMember: '或出示会员码 / 会员号',
  needOne: '请填写称呼、手机号或会员号',
  registered: '登记成功',
  comes: '店员将在 3 分钟内接待您',
  ahead: '您前面还有',
  people: '位',
  next: '下一位登记',
}

const en: typeof zh = {
  title: 'Store reception',
  reception: 'Reception',
  chats: 'Chats',
  me: 'Me',
  waiting: 'Waiting',
  waitingNone: 'Nobody is waiting. Take a breath.',
  receive: 'Receive',
  overdue: 'Overdue',
  left: 'Left',
  paused: 'Not counting',
  fromOnline: 'From online',
  walkIn: 'Walk-in',
  register: 'Register',
  name: 'Name',
  phone: 'Telephone',
  memberCode: 'Member number',
  memberHint: 'Scan or type the member number',
  issue: 'What about',
  remark: 'More (optional)',
  save: 'Register',
  cancel: 'Cancel',
  back: 'Back',
  serving: 'Mine',
  servingNone: 'You are not serving anybody yet',
  goReception: 'Go to reception',
  write: 'Write to the customer…',
  send: 'Send',
  picture: 'Picture',
  sending: 'Waiting to be sent',
  refused: 'Not sent',
  discard: 'Delete',
  finish: 'Finish',
  category: 'Category',
  summary: 'Summary',
  summaryHint: 'One sentence: what was wanted, how it was solved',
  done: 'Done',
  handBack: 'Hand to online',
  handBackNote: 'A note for the colleague',
  chooseGroup: 'Choose a group',
  offline: 'No network. What you write is sent later by itself.',
  connecting: 'Connecting again…',
  pending: 'waiting to be sent',
  signIn: 'Sign in',
  login: 'Login',
  password: 'Password',
  code: 'Code',
  signOut: 'Sign out',
  store: 'Store',
  noStore: 'You have no store yet. Please ask an administrator.',
  state: 'State',
  online: 'On line',
  busy: 'Busy',
  break: 'Break',
  away: 'Off line',
  terminal: 'Open the registration terminal',
  terminalHint: 'On the tablet by the door, for customers',
  language: '中文',
  customer: 'Customer',
  you: 'Me',
  recalled: 'Message taken back',
  loading: 'Opening…',
  welcome: 'Welcome',
  terminalIntro: 'Tell us you are here; somebody will come to you',
  orMember: 'Or show your member number',
  needOne: 'A name, a telephone number or a member number, please',
  registered: 'You are registered',
  comes: 'Somebody will be with you within 3 minutes',
  ahead: 'Before you:',
  people: '',
  next: 'Next customer',
}

export type TextKey = keyof typeof zh
export type Language = 'zh' | 'en'

const KEY = 'huixiang.store.language'
const listeners = new Set<() => void>()
const asked = new URLSearchParams(location.search).get('lang')
let language: Language = asked?.startsWith('en')
  ? 'en'
  : asked?.startsWith('zh')
    ? 'zh'
    : ((localStorage.getItem(KEY) as Language | null) ?? (navigator.language.startsWith('en') ? 'en' : 'zh'))
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US'

export function speak(next: Language): void {
  language = next
  localStorage.setItem(KEY, next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en-US'
  listeners.forEach((listener) => listener())
}

const issues: Record<string, [string, string]> = {
  'pre-sale': ['选购咨询', 'Advice'],
  order: ['提货 / 订单', 'Order, pick-up'],
  payment: ['支付', 'Payment'],
  logistics: ['物流', 'Delivery'],
  return: ['退换货', 'Return'],
  refund: ['退款', 'Refund'],
  invoice: ['发票', 'Invoice'],
  membership: ['会员 / 积分', 'Membership'],
  complaint: ['投诉建议', 'Complaint'],
  other: ['其他', 'Other'],
}

/** The words of the page in the language that is chosen now. */
export function useText() {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => language,
  )
  const words = now === 'zh' ? zh : en
  return {
    language: now,
    t: (key: TextKey) => words[key],
    issue: (code: string) => (issues[code] ?? issues.other)![now === 'zh' ? 0 : 1],
    told: (both: { zh: string; en: string }) => both[now],
    menu: ['pre-sale', 'order', 'return', 'membership', 'complaint', 'other'],
  }
}
