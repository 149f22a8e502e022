import { element, frame } from './frame.js'
import { addressOf, pictureOf, products, rooms } from './products.js'

const chosen = new URLSearchParams(location.search).get('room') ?? '全部'

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
document.querySelector('#goods').replaceChildren(...products.filter((product) => chosen === '全部' || product.room === chosen).map(tile))
document.querySelector('#hero').hidden = chosen !== '全部'
document.querySelector('#talk').addEventListener('click', () => window.Huixiang('open'))
window.Huixiang('page', { title: chosen === '全部' ? '首页' : `${chosen}`, url: location.href })
await frame()
