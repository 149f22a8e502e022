package com.huixiang.customer;

import com.huixiang.customer.ProfileField.Choice;
import com.huixiang.customer.ProfileField.Of;
import com.huixiang.customer.ProfileField.Section;
import com.huixiang.customer.ProfileField.Type;
import com.huixiang.customer.TimelineEntry.Words;
import java.util.Arrays;
import java.util.List;

/** P-01: what every house wants to know, of persons and of enterprises. */
final class StandardFields {

    private StandardFields() {}

    /** Also columns of the file itself, which many lists show. */
    static final List<String> IN_THE_FILE = List.of("name", "phone", "email");

    static final List<ProfileField> ALL = List.of(
            person("name", Section.BASICS, Type.TEXT, "姓名", "Name"),
            person("gender", Section.BASICS, "性别", "Gender", "female 女 Female", "male 男 Male", "other 其他 Other"),
            person("birthday", Section.BASICS, Type.DATE, "生日", "Birthday"),
            person("phone", Section.BASICS, Type.PHONE, "手机号", "Phone"),
            person("email", Section.BASICS, Type.EMAIL, "邮箱", "E-mail"),
            person("region", Section.BASICS, Type.TEXT, "地区", "Region"),
            person("address", Section.BASICS, Type.TEXT, "地址", "Address"),
            person("occupation", Section.BASICS, Type.TEXT, "职业", "Occupation"),
            person("language", Section.BASICS, "语言", "Language", "zh 中文 Chinese", "en 英文 English", "other 其他 Other"),
            person("life-stage", Section.TRAITS, "人生阶段", "Life_stage", "single 单身 Single", "couple 二人世界 Couple",
                    "expecting 备孕或孕期 Expecting", "infant 有婴幼儿 With_an_infant", "children 有孩子 With_children",
                    "empty-nest 子女离家 Empty_nest", "retired 退休 Retired"),
            person("interests", Section.TRAITS, Type.TEXT, "兴趣", "Interests"),
            person("style", Section.TRAITS, Type.TEXT, "风格偏好", "Style"),
            person("sizes", Section.TRAITS, Type.TEXT, "尺码", "Sizes"),
            person("contact-way", Section.TRAITS, "联系偏好", "Preferred_contact", "chat 在线沟通 Chat", "phone 电话 Phone",
                    "wechat 微信 WeChat", "email 邮件 E-mail", "none 不要打扰 None"),
            person("contact-time", Section.TRAITS, Type.TEXT, "方便的时间", "Best time"),
            person("price-sense", Section.BUYING, "价格敏感度", "Price_sensitivity", "low 低 Low", "middle 中 Middle", "high 高 High"),
            person("favourite-category", Section.BUYING, Type.TEXT, "偏好品类", "Favourite category"),
            person("favourite-brand", Section.BUYING, Type.TEXT, "偏好品牌", "Favourite brand"),
            person("payment-way", Section.BUYING, Type.TEXT, "常用支付方式", "Usual payment"),
            person("buys-for", Section.BUYING, "为谁购买", "Buys_for", "self 自己 Self", "family 家人 Family", "gift 送礼 Gifts",
                    "company 单位 Company"),
            enterprise("name", Section.BASICS, Type.TEXT, "企业名称", "Company"),
            enterprise("credit-code", Section.BASICS, Type.TEXT, "统一社会信用代码", "Registration number"),
            enterprise("industry", Section.BASICS, Type.TEXT, "行业", "Industry"),
            enterprise("size", Section.BASICS, "规模", "Size", "micro 20人以下 Below_20", "small 20–99人 20_to_99",
                    "medium 100–499人 100_to_499", "large 500人以上 500_and_more"),
            enterprise("phone", Section.BASICS, Type.PHONE, "电话", "Phone"),
            enterprise("email", Section.BASICS, Type.EMAIL, "邮箱", "E-mail"),
            enterprise("region", Section.BASICS, Type.TEXT, "地区", "Region"),
            enterprise("address", Section.BASICS, Type.TEXT, "地址", "Address"),
            enterprise("website", Section.BASICS, Type.TEXT, "网站", "Website"),
            enterprise("founded", Section.BASICS, Type.DATE, "成立日期", "Founded"),
            enterprise("main-business", Section.BUSINESS, Type.TEXT, "主营业务", "Main business"),
            enterprise("annual-revenue", Section.BUSINESS, Type.NUMBER, "年营业额（万元）", "Annual revenue (10,000 yuan)"),
            enterprise("needs", Section.BUSINESS, Type.TEXT, "需求", "Needs"),
            enterprise("competitors", Section.BUSINESS, Type.TEXT, "在用的其他供应商", "Other suppliers"),
            enterprise("contract-until", Section.TRANSACTIONS, Type.DATE, "合同到期", "Contract until"),
            enterprise("payment-terms", Section.TRANSACTIONS, Type.TEXT, "付款条件", "Payment terms"),
            enterprise("credit-limit", Section.TRANSACTIONS, Type.NUMBER, "信用额度（元）", "Credit limit (yuan)"),
            enterprise("discount", Section.TRANSACTIONS, Type.TEXT, "协议折扣", "Agreed discount"),
            enterprise("invoice-title", Section.TRANSACTIONS, Type.TEXT, "发票抬头", "Invoice title"));

    private static ProfileField person(String key, Section section, Type type, String zh, String en) {
        return new ProfileField(key, Of.PERSON, section, new Words(zh, en), type, List.of(), false);
    }

    private static ProfileField enterprise(String key, Section section, Type type, String zh, String en) {
        return new ProfileField(key, Of.ENTERPRISE, section, new Words(zh, en), type, List.of(), false);
    }

    private static ProfileField person(String key, Section section, String zh, String en, String... choices) {
        return choice(key, Of.PERSON, section, zh, en, choices);
    }

    private static ProfileField enterprise(String key, Section section, String zh, String en, String... choices) {
        return choice(key, Of.ENTERPRISE, section, zh, en, choices);
    }

    /** Each choice is written as code, Chinese and English, with a line below for a space. */
    private static ProfileField choice(String key, Of of, Section section, String zh, String en, String... choices) {
        List<Choice> all = Arrays.stream(choices)
                .map(each -> each.split(" "))
                .map(each -> new Choice(each[0], each[1], each[2].replace('_', ' ')))
                .toList();
        return new ProfileField(key, of, section, new Words(zh, en.replace('_', ' ')), Type.CHOICE, all, false);
    }
}
