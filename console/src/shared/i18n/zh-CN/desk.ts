export const deskZhCN = {
  // 全局搜索
  'search.placeholder': '搜索客户、订单、会话、商品、话术，或输入命令',
  'search.customer': '客户',
  'search.order': '订单',
  'search.conversation': '会话',
  'search.product': '商品',
  'search.script': '话术',
  'search.open-now': '进行中的会话',
  'search.recent': '最近搜索',
  'search.forget': '清空',
  'search.more': '共 {n} 条',
  'search.more-than': '{n} 条以上',
  'search.all-customers': '在客户页查看全部',
  'search.building': '索引正在重建，结果可能不全',
  'search.failed': '搜索没有成功：{why}',
  'search.nothing-hint': '试试姓名、拼音、电话尾号、订单号，或会话里说过的一句话',
  'search.in-note': '{name}（备注）:',

  // 订单状态
  'order-state.unpaid': '待付款',
  'order-state.paid': '已付款',
  'order-state.shipped': '已发货',
  'order-state.delivered': '已签收',
  'order-state.completed': '已完成',
  'order-state.cancelled': '已取消',
}
