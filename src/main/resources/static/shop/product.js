import { addToBag, buy, element, favour, frame, isFavourite } from './frame.js'
import { cardOf, addressOf, pictureOf, products } from './products.js'

const product = products.find((each) => each.sku === new URLSearchParams(location.search).get('sku')) ?? products[0]

function choices([name, values]) {
  return element('fieldset', {},
    element('legend', {}, name),
    ...values.map((value, index) => element('label', {},
      element('input', { type: 'radio', name, value, checked: index === 0 }), element('span', {}, value))))
}

document.title = `${product.title} · 青禾家居`
document.querySelector('#product').replaceChildren(
  element('nav', { class: 'crumbs', 'aria-label': '当前位置' },
    element('a', { href: './' }, '首页'), ' / ', element('a', { href: `./?room=${encodeURIComponent(product.room)}` }, product.room), ' / ', product.title),
  element('div', { class: 'showcase' }, element('img', { src: pictureOf(product), alt: product.title, width: 600, height: 600 })),
  element('section', { class: 'about' },
    element('h1', {}, product.title),
    element('p', { class: 'line' }, product.line),
    element('p', { class: 'cost' },
      element('b', {}, `¥${product.price}`),
      product.was ? element('s', {}, `¥${product.was}`) : null,
      element('small', {}, `已售 ${product.sold}`)),
    element('p', { class: 'sku' }, `货号 ${product.sku}`),
    ...Object.entries(product.options).map(choices),
    element('div', { class: 'acts' },
      element('button', { type: 'button', class: 'go', onclick: () => addToBag(product) }, '加入购物袋'),
      element('button', { type: 'button', class: 'quiet', onclick: () => buy(product) }, '立即购买'),
      element('button', { type: 'button', class: 'quiet', 'aria-pressed': String(isFavourite(product)), onclick: (event) => favour(product, event.currentTarget) }, isFavourite(product) ? '已收藏' : '收藏'),
      element('button', { type: 'button', class: 'quiet', onclick: () => window.Huixiang('open') }, '咨询这件商品')),
    element('ul', { class: 'promises' }, ...['七天无理由', '破损包赔', '满 199 包邮'].map((promise) => element('li', {}, promise))),
    element('dl', {}, ...product.facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]))),
  element('section', { class: 'more' },
    element('h2', {}, '常常一起看'),
    element('div', { class: 'row' }, ...products.filter((each) => each !== product).slice(0, 4).map((each) =>
      element('a', { class: 'tile', href: addressOf(each) },
        element('img', { src: pictureOf(each), alt: '', width: 600, height: 600, loading: 'lazy' }),
        element('h3', {}, each.title), element('p', { class: 'cost' }, element('b', {}, `¥${each.price}`)))))))

window.Huixiang('page', { title: product.title, url: location.href })
window.Huixiang('product', cardOf(product))
await frame()
