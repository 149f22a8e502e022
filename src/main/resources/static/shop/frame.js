import { levelOf, members, sayWhoIsHere, signIn, signOut, signedIn } from './members.js'
import { eventOf, rooms } from './products.js'

/** Small helper: an element with attributes and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value)
    else if (value === true) made.setAttribute(name, '')
    else if (value !== false && value != null) made.setAttribute(name, value)
  }
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

export function toast(sentence) {
  const line = document.querySelector('#toast')
  line.textContent = sentence
  line.classList.add('shown')
  clearTimeout(toast.timer)
  toast.timer = setTimeout(() => line.classList.remove('shown'), 2400)
}

const bag = {
  get count() { return Number(localStorage.getItem('qinghe.bag') ?? 0) },
  add() {
    localStorage.setItem('qinghe.bag', String(this.count + 1))
    showBag()
  },
}

export function addToBag(product) {
  bag.add()
  window.Huixiang('track', 'Product Added', { ...eventOf(product), quantity: 1 })
  toast(`已放入购物袋：${product.title}`)
}

const favourites = {
  get all() {
    try {
      return JSON.parse(localStorage.getItem('qinghe.favourites')) ?? []
    } catch {
      return []
    }
  },
  has(product) { return this.all.includes(product.sku) },
  toggle(product) {
    const had = this.has(product)
    const rest = this.all.filter((sku) => sku !== product.sku)
    localStorage.setItem('qinghe.favourites', JSON.stringify(had ? rest : [...rest, product.sku]))
    return !had
  },
}

export const isFavourite = (product) => favourites.has(product)

export function favour(product, button) {
  const now = favourites.toggle(product)
  button.textContent = now ? '已收藏' : '收藏'
  button.setAttribute('aria-pressed', String(now))
  if (now) window.Huixiang('track', 'Product Favourited', eventOf(product))
  toast(now ? `已收藏：${product.title}` : '已取消收藏')
}

/** The shop sells nothing; that he would have bought is told all the same. */
export function buy(product) {
  const number = `D${Date.now()}`
  window.Huixiang('track', 'Order Completed', { order_id: number, total: product.price, currency: 'CNY', products: [{ ...eventOf(product), quantity: 1 }] })
  toast(`演示下单成功（${number}），不会产生真实订单`)
}

function showBag() {
  document.querySelector('#bag').textContent = bag.count ? `购物袋 ${bag.count}` : '购物袋'
}

function showMember(everybody) {
  const place = document.querySelector('#member')
  const member = signedIn()
  place.replaceChildren(
    member
      ? element('span', { class: 'hello' }, element('b', {}, member.name), element('small', {}, `${levelOf(member)}会员`))
      : element('span', { class: 'hello' }, '登录体验'),
    member
      ? element('button', { type: 'button', class: 'quiet', onclick: () => { signOut(); showMember(everybody); toast('已退出登录，客服窗口已清空') } }, '退出登录')
      : element('div', { class: 'members' }, ...everybody.map((each) =>
          element('button', {
            type: 'button',
            onclick: async () => {
              if (await signIn(each)) toast(`欢迎，${each.name}`)
              else toast('暂时无法登录，请稍后再试')
              showMember(everybody)
            },
          }, element('b', {}, each.name), element('small', {}, levelOf(each))))),
  )
}

/** Header, guide and footer: the same on every page of the shop. */
export async function frame() {
  document.querySelector('header.top').replaceChildren(
    element('a', { class: 'logo', href: './' }, leaf(), '青禾家居', element('small', {}, 'QINGHE HOME')),
    element('nav', { 'aria-label': '空间' },
      ...rooms.map((room) => element('a', { href: `./?room=${encodeURIComponent(room)}` }, room))),
    element('form', { class: 'find', role: 'search', action: './' },
      element('input', { type: 'search', name: 'q', 'aria-label': '搜索商品', placeholder: '搜索商品', value: new URLSearchParams(location.search).get('q') ?? '' })),
    element('div', { id: 'member', class: 'member', hidden: true }),
    element('span', { id: 'bag', class: 'bag' }))
  document.querySelector('aside.guide').replaceChildren(
    element('p', {}, element('b', {}, '一分钟体验'),
      ' 您现在是顾客：点右下角的「联系客服」说句话，再打开工作台，以客服身份接待自己。'),
    element('span', { class: 'guide-links' },
      element('a', { href: '/console/', target: 'huixiang-console', class: 'go' }, '打开客服工作台'),
      element('a', { href: '/chat?site=demo', target: '_blank' }, '整页聊天')))
  document.querySelector('footer.foot').replaceChildren(
    element('p', {}, '青禾家居是回响的演示店铺，商品与价格均为虚构，不会产生真实订单。'),
    element('p', {}, '七天无理由退换 · 破损包赔 · 客服 8:00–23:00'))
  showBag()
  await sayWhoIsHere()
  const everybody = await members()
  if (everybody.length > 0) {
    showMember(everybody)
    document.querySelector('#member').hidden = false
  }
}

function leaf() {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  picture.setAttribute('viewBox', '0 0 32 32')
  picture.setAttribute('aria-hidden', 'true')
  for (const shape of ['M16 28V13', 'M16 17C7 17 5 10 5 5c7 0 11 4 11 12Z', 'M16 21c0-8 4-11 11-11 0 6-3 11-11 11Z']) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', shape)
    picture.append(path)
  }
  return picture
}
