-- What the front desk listens for. Standards: a supervisor edits them.
create schema if not exists reception;

-- A longer word hides the shorter ones inside it, so an exception is simply a longer word ("没收到验证码" is no lost parcel).
create table reception.keyword (
    word    text primary key check (word <> ''),
    urgency text not null check (urgency in ('NORMAL', 'HIGH_VALUE', 'URGENT')),
    issue   text
);

-- T-05: complaints, threats to go elsewhere with them, anger.
insert into reception.keyword (word, urgency, issue)
select word, 'URGENT', 'complaint' from regexp_split_to_table(
    '投诉 12315 消协 消费者协会 消费者权益 工商局 市场监管 市场监督 曝光 举报
     律师 起诉 法院 打官司 维权 差评 骗子 骗人 骗钱 欺骗 欺诈 诈骗 坑人 黑店
     黑心商家 无良商家 霸王条款 虚假宣传 卖假货 买到假货 收到假货 退一赔三 服务太差
     服务态度差 态度太差 态度恶劣 态度很差 垃圾客服 垃圾服务 垃圾商家 气死我 太气人
     忍无可忍 受够了 没人管 没人处理 没人理', '\s+') as word;

-- T-02: paid but not shipped, lost, wrong or incomplete parcels.
insert into reception.keyword (word, urgency, issue)
select word, 'URGENT', 'logistics' from regexp_split_to_table(
    '没收到 没有收到 未收到 还没到货 丢件 快递丢 包裹丢 弄丢 丢失 发错货 发错了
     发错商品 错发 寄错 送错 漏发 漏寄 少发 少寄 少件 没发货 没有发货 未发货 不发货
     还没发 迟迟不发 物流不动 物流没动 物流不更新 物流没更新 物流一直没', '\s+') as word;

-- T-02: charged twice or too much.
insert into reception.keyword (word, urgency, issue)
select word, 'URGENT', 'payment' from regexp_split_to_table(
    '重复扣款 重复扣费 重复支付 重复付款 扣了两次 扣了两遍 扣两次 付了两次 多扣 乱扣
     盗刷', '\s+') as word;

-- T-01: what it is about.
insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'logistics' from regexp_split_to_table(
    '快递 物流 发货 配送 派送 送货 到货 包裹 运单 快递单号 签收 自提 什么时候到
     什么时候能到 几天到 几天能到 到哪了 到哪里了 多久到', '\s+') as word;

insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'refund' from regexp_split_to_table(
    '没收到退款 没有收到退款 未收到退款 退款 退钱 退运费 价保 保价 差价 降价了 赔付
     赔偿', '\s+') as word;

insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'return' from regexp_split_to_table(
    '退货 换货 退换 退掉 换一件 换个 换尺码 换大一码 换小一码 无理由 质量问题 坏了
     破损 破了 碎了 瑕疵 开线 掉色 起球 售后 维修 保修 返修 上门取件 取件', '\s+') as word;

insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'order' from regexp_split_to_table(
    '订单 下单 改地址 修改地址 换地址 收货地址 地址写错 地址填错 改电话 预售 拆单', '\s+') as word;

insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'payment' from regexp_split_to_table(
    '付款 支付 付不了 分期 花呗 白条 货到付款 定金 尾款', '\s+') as word;

insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'invoice' from regexp_split_to_table(
    '发票 开票 专票 普票 税号', '\s+') as word;

insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'membership' from regexp_split_to_table(
    '会员 积分 等级 储值 生日礼', '\s+') as word;

insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', 'pre-sale' from regexp_split_to_table(
    '优惠 优惠券 折扣 满减 活动 尺码 码数 多大码 穿多大 身高 体重 有货 现货 库存
     补货 材质 面料 成分 正品 推荐 适合 价格 多少钱 便宜 包邮 赠品', '\s+') as word;

-- Sounds like one of the above and is none.
insert into reception.keyword (word, urgency, issue)
select word, 'NORMAL', null from regexp_split_to_table(
    '没收到短信 没收到验证码 没有收到短信 没有收到验证码 未收到短信 未收到验证码 不投诉
     不想投诉 不是投诉 不用投诉 不给差评 不会给差评 没有差评 有差评吗', '\s+') as word;
