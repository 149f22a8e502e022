import { element, frame } from './frame.js'
import { addressOf, pictureOf, products, rooms } from './products.js'

const asked = new URLSearchParams(location.search)
const chosen = asked.get('room') ?? '全部'
const wanted = (asked.get('q') ?? '').trim()
const fits = (product) => (chosen === '全部' || product.room === chosen)
  && (wanted === '' || [product.title, product.line, product.sku, product.room].some((text) => text.includes(wanted)))
const shown = products.filter(fits)

function tile(product) {
  return element('a', { class: 'tile', href: addressOf(product) },
    element('img', { src: pictureOf(product), alt: '', width: 600, height: 600, loading: 'lazy' }),
    element('h3', {}, product.title),
    element('p', { class: 'line' }, product.line),
    element('p', { class: 'cost' },
      element('b', {}, `¥${product.price}`),
      product.was ? element('s', {}, `¥${product.was}`) : null,
      element('small', {}, `已售 ${product.sold}`)))
}

document.querySelector('#rooms').replaceChildren(...['全部', ...rooms].map((room) =>
  element('a', { href: room === '全部' ? './' : `./?room=${encodeURIComponent(room)}`, 'aria-current': room === chosen ? 'page' : null }, room)))
document.querySelector('#goods').replaceChildren(...(shown.length > 0 ? shown.map(tile) : [element('p', { class: 'none' }, `没有找到“${wanted}”，换个词试试`)]))
document.querySelector('#hero').hidden = chosen !== '全部' || wanted !== ''
document.querySelector('#talk').addEventListener('click', () => window.Huixiang('open'))
window.Huixiang('page', { title: wanted ? `搜索：${wanted}` : chosen === '全部' ? '首页' : `${chosen}`, url: location.href })
if (wanted) window.Huixiang('track', 'Products Searched', { query: wanted, results: shown.length })
await frame()
