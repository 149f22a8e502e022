/** The shelves of the demo shop. A real shop has these in its own system; the hub never reads them. */
export const products = [
  {
    sku: 'QH-SF-2103', room: '客厅', title: '云栖布艺三人沙发 2.1 米', price: '3299.00', was: '3899.00', sold: 1286,
    line: '棉麻面料，实木框架，坐下就不想起来',
    options: { 颜色: ['鼠尾草绿', '燕麦', '岩灰'], 送货: ['送货上门', '送装一体'] },
    facts: [['材质', '棉麻面料可拆洗，落叶松实木框架'], ['尺寸', '210 × 92 × 80 cm'], ['发货', '下单后 7 天内发出'], ['质保', '框架质保 5 年']],
  },
  {
    sku: 'QH-BD-1801', room: '卧室', title: '栖木实木双人床 1.8 米', price: '2899.00', sold: 964,
    line: '白橡木，静音排骨架，翻身没有声响',
    options: { 颜色: ['原木', '胡桃'], 尺寸: ['1.8 米', '1.5 米'] },
    facts: [['材质', '北美白橡木，水性木蜡油'], ['尺寸', '190 × 210 × 105 cm'], ['安装', '含上门安装'], ['质保', '整床质保 5 年']],
  },
  {
    sku: 'QH-LP-0101', room: '灯具', title: '月影落地灯', price: '369.00', sold: 2315,
    line: '亚麻灯罩，三色调光，给阅读留一盏灯',
    options: { 颜色: ['黄铜', '哑黑'] },
    facts: [['材质', '亚麻灯罩，黄铜灯杆'], ['光源', 'LED 12 W，三色调光'], ['尺寸', '高 158 cm'], ['质保', '灯具质保 2 年']],
  },
  {
    sku: 'QH-KT-1601', room: '餐厅', title: '青釉餐具十六件套', price: '199.00', was: '259.00', sold: 4107,
    line: '釉下彩，可进洗碗机，四口之家刚刚好',
    options: { 釉色: ['山青', '陶红', '混色'] },
    facts: [['材质', '釉下彩高温瓷，无铅'], ['包含', '碗 ×4、盘 ×8、勺 ×4'], ['使用', '微波炉、洗碗机适用'], ['包装', '蜂窝纸防震，破损包赔']],
  },
  {
    sku: 'QH-TX-0401', room: '家纺', title: '水洗棉四件套 1.8 米床', price: '329.00', was: '399.00', sold: 5286,
    line: '全棉，活性印染，越洗越软',
    options: { 颜色: ['豆青', '米白', '雾灰'], 尺寸: ['1.5 米床', '1.8 米床'] },
    facts: [['材质', '100% 棉，活性印染'], ['包含', '被套 ×1、床单 ×1、枕套 ×2'], ['洗涤', '30°C 以下机洗'], ['发货', '48 小时内从杭州仓发出']],
  },
  {
    sku: 'QH-TB-1602', room: '餐厅', title: '栖木白蜡木餐桌 1.6 米', price: '2199.00', sold: 618,
    line: '一整块木纹，木蜡油养护，越用越润',
    options: { 颜色: ['原木', '胡桃'] },
    facts: [['材质', '白蜡木，木蜡油'], ['尺寸', '160 × 80 × 75 cm'], ['安装', '含上门安装'], ['承重', '120 kg']],
  },
  {
    sku: 'QH-CB-1801', room: '客厅', title: '藤里电视柜 1.8 米', price: '1599.00', sold: 731,
    line: '橡木框架，手工藤编，透气不闷机器',
    options: { 颜色: ['原木', '胡桃'] },
    facts: [['材质', '橡木，天然藤编'], ['尺寸', '180 × 40 × 50 cm'], ['走线', '背板预留线孔'], ['发货', '下单后 5 天内发出']],
  },
  {
    sku: 'QH-TX-0302', room: '家纺', title: '遮光亚麻窗帘 2 米宽', price: '218.00', sold: 1764,
    line: '遮光率 85%，可按窗户尺寸定做',
    options: { 颜色: ['燕麦', '灰绿'], 安装: ['挂钩', '打孔'] },
    facts: [['材质', '70% 亚麻，30% 聚酯纤维'], ['尺寸', '每片 2 × 2.6 米，可定做'], ['遮光', '遮光率 85%'], ['定做', '定做商品 7 天发货，不支持无理由退换']],
  },
  {
    sku: 'QH-MT-1801', room: '卧室', title: '眠川乳胶弹簧床垫 1.8 米', price: '1999.00', was: '2399.00', sold: 1408,
    line: '天然乳胶，独立弹簧，翻身互不打扰',
    options: { 尺寸: ['1.8 米', '1.5 米'], 软硬: ['偏软', '适中', '偏硬'] },
    facts: [['材质', '天然乳胶，独立袋装弹簧'], ['厚度', '24 cm'], ['试睡', '30 天免费试睡'], ['质保', '10 年']],
  },
  {
    sku: 'QH-CH-0101', room: '餐厅', title: '栖木温莎餐椅', price: '399.00', sold: 2210,
    line: '榉木，可叠放，客人多了也不怕',
    options: { 颜色: ['原木', '胡桃', '黑色'] },
    facts: [['材质', '榉木'], ['尺寸', '座高 45 cm'], ['承重', '150 kg'], ['安装', '整装发货，无需安装']],
  },
  {
    sku: 'QH-LP-0202', room: '灯具', title: '和纸吊灯 45 厘米', price: '259.00', sold: 1890,
    line: '手工和纸，光线像月亮一样柔和',
    options: { 尺寸: ['45 厘米', '60 厘米'] },
    facts: [['材质', '手工和纸，竹骨'], ['光源', 'E27，附 LED 灯泡'], ['吊线', '可调 20–120 cm'], ['清洁', '羽毛掸轻扫']],
  },
  {
    sku: 'QH-SF-2801', room: '客厅', title: '云栖布艺转角沙发 2.8 米', price: '4599.00', sold: 542,
    line: '羽绒坐垫，左右贵妃位可选',
    options: { 颜色: ['燕麦', '岩灰'], 贵妃位: ['左', '右'] },
    facts: [['材质', '棉麻面料，羽绒坐垫'], ['尺寸', '280 × 165 × 82 cm'], ['发货', '下单后 10 天内发出'], ['质保', '框架质保 5 年']],
  },
  {
    sku: 'QH-CB-0902', room: '卧室', title: '栖木五斗柜 0.9 米', price: '1299.00', sold: 489,
    line: '橡木，阻尼导轨，轻轻一推就合上',
    options: { 颜色: ['原木', '胡桃'] },
    facts: [['材质', '橡木，杉木抽屉'], ['尺寸', '90 × 45 × 110 cm'], ['安全', '附防倾倒固定件'], ['发货', '下单后 5 天内发出']],
  },
  {
    sku: 'QH-CH-0203', room: '客厅', title: '简坐人体工学椅', price: '899.00', was: '1099.00', sold: 3341,
    line: '网布透气，三级气杆，腰有靠头有枕',
    options: { 颜色: ['石墨', '雾白'] },
    facts: [['材质', '网布，铝合金脚'], ['调节', '头枕、腰枕、扶手、坐高'], ['承重', '130 kg'], ['质保', '3 年']],
  },
  {
    sku: 'QH-KT-0202', room: '餐厅', title: '珐琅铸铁锅 24 厘米', price: '269.00', sold: 2977,
    line: '铸铁锁热，炖一锅慢慢吃的汤',
    options: { 颜色: ['陶红', '松绿'] },
    facts: [['材质', '铸铁，珐琅涂层'], ['容量', '4.2 L'], ['炉具', '燃气、电磁炉、烤箱'], ['养护', '冷却后再清洗']],
  },
  {
    sku: 'QH-SF-1502', room: '客厅', title: '木野科技布双人沙发 1.5 米', price: '2399.00', sold: 877,
    line: '科技布防水耐抓，小户型也放得下',
    options: { 颜色: ['焦糖', '米白'] },
    facts: [['材质', '科技布，高回弹海绵'], ['尺寸', '150 × 88 × 80 cm'], ['清洁', '湿布一擦即净'], ['发货', '下单后 7 天内发出']],
  },
  {
    sku: 'QH-TB-1401', room: '餐厅', title: '木野岩板餐桌 1.4 米', price: '1699.00', sold: 1153,
    line: '岩板台面，耐烫耐刮，一抹就净',
    options: { 颜色: ['雪山白', '潘多拉'] },
    facts: [['材质', '12 mm 岩板，碳素钢脚'], ['尺寸', '140 × 80 × 75 cm'], ['耐热', '可直接放热锅'], ['安装', '含上门安装']],
  },
  {
    sku: 'QH-MT-1502', room: '卧室', title: '眠川护脊椰棕床垫 1.5 米', price: '1499.00', sold: 936,
    line: '椰棕偏硬，给腰背稳稳的支撑',
    options: { 尺寸: ['1.5 米', '1.2 米'] },
    facts: [['材质', '3E 椰棕，针织面料'], ['厚度', '15 cm'], ['试睡', '30 天免费试睡'], ['质保', '10 年']],
  },
  {
    sku: 'QH-BD-1501', room: '卧室', title: '栖木实木床 1.5 米', price: '2499.00', sold: 702,
    line: '白橡木，静音排骨架，小卧室的好选择',
    options: { 颜色: ['原木', '胡桃'] },
    facts: [['材质', '北美白橡木，水性木蜡油'], ['尺寸', '160 × 210 × 105 cm'], ['安装', '含上门安装'], ['质保', '整床质保 5 年']],
  },
  {
    sku: 'QH-CB-0803', room: '客厅', title: '木野玄关鞋柜 0.8 米', price: '899.00', sold: 1622,
    line: '百叶门透气，回家第一眼的整齐',
    options: { 颜色: ['米白', '原木'] },
    facts: [['材质', '多层实木，百叶门'], ['尺寸', '80 × 35 × 105 cm'], ['容量', '约 18 双鞋'], ['发货', '下单后 5 天内发出']],
  },
]

export const rooms = [...new Set(products.map((product) => product.room))]

export const pictureOf = (product) => new URL(`pictures/${product.sku}.svg`, import.meta.url).href

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

/** What an event says of a product, in the words other systems use. */
export const eventOf = (product) => ({
  sku: product.sku,
  name: product.title,
  price: product.price,
  currency: 'CNY',
  category: product.room,
  image_url: pictureOf(product),
  url: addressOf(product),
})
