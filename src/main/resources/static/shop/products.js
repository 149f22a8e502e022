/** The shelves of the demo shop. A real shop has these in its own system; the hub never reads them. */
export const products = [
  {
    sku: 'QH-B1001', picture: 'bedding', kind: '床品', title: '云眠 60 支长绒棉四件套', price: '599.00', was: '729.00', sold: 3286,
    line: '新疆长绒棉，亲肤不闷，越洗越软',
    options: { 颜色: ['豆青', '米白', '雾灰'], 尺寸: ['1.5 米床', '1.8 米床'] },
    facts: [['材质', '100% 新疆长绒棉，60 支贡缎'], ['包含', '被套 ×1、床单 ×1、枕套 ×2'], ['洗涤', '30°C 以下机洗，阴凉处晾干'], ['发货', '48 小时内从杭州仓发出']],
  },
  {
    sku: 'QH-F2003', picture: 'table', kind: '家具', title: '青竹 白蜡木小圆几', price: '459.00', sold: 918,
    line: '实木台面，免工具安装，一个人也能装好',
    options: { 颜色: ['原木', '胡桃'] },
    facts: [['材质', '北美白蜡木，水性木蜡油'], ['尺寸', '直径 60 cm，高 45 cm'], ['承重', '40 kg'], ['发货', '5 天内发出，送货上门']],
  },
  {
    sku: 'QH-L3002', picture: 'lamp', kind: '灯饰', title: '晨雾 手拉坯陶瓷台灯', price: '268.00', sold: 1540,
    line: '三档暖光，睡前一盏刚刚好',
    options: { 颜色: ['雾白', '黛青'] },
    facts: [['材质', '景德镇高白泥，亚麻灯罩'], ['光源', 'E27 LED，2700 K，附灯泡'], ['尺寸', '高 42 cm'], ['质保', '灯具质保两年']],
  },
  {
    sku: 'QH-K4005', picture: 'tableware', kind: '餐厨', title: '山谷 手作陶瓷餐具 12 件', price: '329.00', was: '398.00', sold: 2107,
    line: '四人食，可进微波炉与洗碗机',
    options: { 釉色: ['山青', '陶红', '混色'] },
    facts: [['材质', '高温炻瓷，无铅釉'], ['包含', '碗 ×4、盘 ×4、杯 ×4'], ['使用', '微波炉、洗碗机适用'], ['包装', '蜂窝纸防震，破损包赔']],
  },
  {
    sku: 'QH-C5001', picture: 'curtain', kind: '软装', title: '拾光 亚麻遮光窗帘', price: '388.00', sold: 764,
    line: '可按窗户尺寸定做，免费量尺建议',
    options: { 颜色: ['燕麦', '灰绿'], 遮光: ['半遮光', '全遮光'] },
    facts: [['材质', '70% 亚麻，30% 聚酯纤维'], ['尺寸', '每片 1.5 × 2.6 米，可定做'], ['安装', '挂钩、打孔、魔术贴任选'], ['定做', '定做商品 7 天发货，不支持无理由退换']],
  },
  {
    sku: 'QH-B1007', picture: 'throw', kind: '床品', title: '暖屿 羊毛混纺盖毯', price: '299.00', sold: 1892,
    line: '沙发、午睡、露营都用得上',
    options: { 颜色: ['陶土', '松针', '燕麦'] },
    facts: [['材质', '50% 羊毛，50% 腈纶'], ['尺寸', '130 × 170 cm'], ['洗涤', '建议干洗'], ['发货', '48 小时内从杭州仓发出']],
  },
  {
    sku: 'QH-S6002', picture: 'candle', kind: '软装', title: '听雨 大豆蜡香薰礼盒', price: '129.00', sold: 4415,
    line: '雨后青苔与雪松，燃烧约 45 小时',
    options: { 香型: ['听雨', '柚子', '无花果'] },
    facts: [['材质', '大豆蜡，棉芯'], ['净含量', '220 g'], ['包含', '香薰 ×1、灭烛罩 ×1、手写贺卡'], ['提示', '请勿在无人时点燃']],
  },
  {
    sku: 'QH-F2010', picture: 'shelf', kind: '家具', title: '归林 橡木四层书架', price: '899.00', was: '1099.00', sold: 536,
    line: '榫卯结构，稳稳放下一面墙的书',
    options: { 宽度: ['80 cm', '100 cm'] },
    facts: [['材质', '北美白橡木，背板实木多层'], ['尺寸', '80 × 32 × 160 cm'], ['承重', '每层 30 kg'], ['发货', '7 天内发出，送装一体']],
  },
]

export const kinds = ['全部', ...new Set(products.map((product) => product.kind))]

export const pictureOf = (product) => new URL(`pictures/${product.picture}.svg`, import.meta.url).href

export const addressOf = (product) => new URL(`product.html?sku=${product.sku}`, import.meta.url).href

/** What the chat shows of a product. */
export const cardOf = (product) => ({
  title: product.title,
  subtitle: product.line,
  image: pictureOf(product),
  price: product.price,
  url: addressOf(product),
  sku: product.sku,
})
