-- What comes with the house (P-04, P-05, P-07): thresholds, RFM with its strategies, and the rules, in the operator's own
-- language. Everything here is edited in the console.
insert into segment.standards (version, at, by_name, thresholds, rfm) values (1, '2026-01-01T00:00:00Z', '系统',
    '{"highValueSpent": 5000, "valuedSpent": 2000, "atRiskDays": 30, "atRiskSatisfaction": 80, "newProductDays": 90, "newForDays": 90, "discountShare": 0.15, "discountOrders": 2, "favouriteShare": 0.5, "favouriteOrders": 2}'::jsonb,
    '{"method": "quintiles", "span": "all", "recencyDays": [30, 60, 90, 180], "frequency": [2, 3, 5, 8], "money": [200, 1000, 2000, 5000], "loyal": {"r": 4, "f": 4, "m": 4}, "dormantRecency": 2, "strategies": [{"code": "loyal", "titleZh": "忠诚高价值", "titleEn": "Loyal, high value", "adviceZh": "优先接入并由专属客服服务;记住他的偏好,主动告知新品与会员权益;出了问题先解决、再核实。", "adviceEn": "Serve first, by the dedicated agent. Remember what he likes, tell him of new goods and privileges. When something went wrong, solve it first and ask later."}, {"code": "cultivate", "titleZh": "待培养", "titleEn": "To be cultivated", "adviceZh": "回答之外多给一步:推荐搭配、说明会员成长权益;购买后 7 天内回访使用情况。", "adviceEn": "Give one step more than the answer: goods that go with it, what the next level brings. Ask how it went within 7 days."}, {"code": "dormant", "titleZh": "沉睡", "titleEn": "Dormant", "adviceZh": "先问近况与离开的原因,不急着推销;给一个有期限的回归理由,不打扰第二次。", "adviceEn": "Ask how he is and why he stayed away before selling anything. Give one reason to come back, with an end, and do not press twice."}]}'::jsonb);

insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('high-value', 'TAG', '高价值客户', 'High-value customer', '近一年消费达到标准', 'Spent at least the standard within a year',
     '{"fact": "spentYear", "is": "at-least", "value": {"standard": "highValueSpent"}}'::jsonb,
     '高价值', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('at-risk', 'TAG', '流失风险', 'At risk', '一段时间未购买,且满意度低于标准;满意度未知时也算,并写明未知', 'No purchase for a while and satisfaction below the standard; an unknown satisfaction counts too, and is said',
     '{"all": [{"fact": "lastOrderAt", "is": "before", "value": {"standard": "atRiskDays"}}, {"any": [{"fact": "satisfaction", "is": "less-than", "value": {"standard": "atRiskSatisfaction"}}, {"fact": "satisfaction", "is": "unknown"}]}]}'::jsonb,
     '流失风险', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('new-product-lover', 'TAG', '新品爱好者', 'New-product lover', '近三个月买过新品', 'Bought goods that were new, within three months',
     '{"fact": "newProductAt", "is": "within", "value": {"standard": "newProductDays"}}'::jsonb,
     '新品爱好者', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('price-sensitive', 'TAG', '价格敏感', 'Price sensitive', '多次购买,且大多在打折时购买', 'Buys often, and mostly below the list price',
     '{"all": [{"fact": "orders", "is": "at-least", "value": {"standard": "discountOrders"}}, {"fact": "discountShare", "is": "at-least", "value": {"standard": "discountShare"}}]}'::jsonb,
     '价格敏感', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('favourite-category', 'TAG', '偏爱品类', 'Favourite category', '消费集中在一个品类', 'Spends mostly on one category',
     '{"all": [{"fact": "orders", "is": "at-least", "value": {"standard": "favouriteOrders"}}, {"fact": "favouriteShare", "is": "at-least", "value": {"standard": "favouriteShare"}}]}'::jsonb,
     '偏爱{favourite}', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('region', 'TAG', '地区', 'Region', '档案中的地区', 'The region in his file',
     '{"fact": "region", "is": "known"}'::jsonb,
     '{region}', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('level', 'TAG', '会员等级', 'Member level', '档案中的会员等级', 'The member level in his file',
     '{"fact": "level", "is": "one-of", "values": ["silver", "gold", "platinum"]}'::jsonb,
     '{level}会员', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('life-stage', 'TAG', '人生阶段', 'Life stage', '档案中的人生阶段,如孕期', 'The stage of life in his file, as expecting mother',
     '{"fact": "lifeStage", "is": "known"}'::jsonb,
     '{lifeStage}', 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('prospects', 'SEGMENT', '潜在客户', 'Prospects', '留下联系方式、看过商品或买过', 'Left a contact, looked at goods or bought',
     '{"any": [{"fact": "reachable", "is": "yes"}, {"fact": "views", "is": "at-least", "value": 1}, {"fact": "orders", "is": "at-least", "value": 1}]}'::jsonb,
     null, 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');
insert into segment.rule (code, kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name) values
    ('target-customers', 'SEGMENT', '目标客户', 'Target customers', '买过,或近 30 天加过购物车', 'Bought, or put something in the cart within 30 days',
     '{"any": [{"fact": "orders", "is": "at-least", "value": 1}, {"fact": "carts", "is": "at-least", "value": 1}]}'::jsonb,
     null, 'ACTIVE', 1, '2026-01-01T00:00:00Z', '系统');

insert into segment.rule_version (rule_id, version, name_zh, name_en, condition, tag, at, by_name)
select id, version, name_zh, name_en, condition, tag, changed_at, by_name from segment.rule;
