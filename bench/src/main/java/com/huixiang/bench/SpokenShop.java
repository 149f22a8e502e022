package com.huixiang.bench;

import java.util.List;
import java.util.Random;

/** What customers of a shop say: some words come all the time and many hardly ever, as in life. */
final class SpokenShop {

    private static final List<String> GOODS = List.of(
            "沙发", "茶几", "床垫", "窗帘", "餐桌", "书柜", "衣柜", "台灯", "地毯", "枕头", "羽绒被", "床单", "电视柜", "鞋柜", "餐椅", "抱枕", "吊灯",
            "梳妆台", "婴儿床", "榻榻米", "折叠椅", "屏风", "置物架", "花瓶", "香薰", "收纳箱", "晾衣架", "浴巾", "砂锅", "保温杯", "空气炸锅", "加湿器",
            "电热毯", "儿童书桌", "人体工学椅", "乳胶枕", "记忆棉", "实木床", "岩板餐桌", "藤编椅");
    private static final List<String> LOOKS = List.of(
            "布艺", "真皮", "浅灰色", "原木色", "藏青", "米白", "胡桃木", "三人位", "一米八", "加厚", "可拆洗", "北欧风", "新中式", "防水", "静音", "折叠",
            "双层", "大号", "小户型", "升降", "防滑", "环保", "磨砂", "复古");
    private static final List<String> WISHES = List.of(
            "有货吗", "什么时候发货", "多少钱", "可以机洗吗", "能便宜点吗", "怎么安装", "尺寸是多少", "承重多少", "有没有异味", "保修几年", "能开发票吗",
            "可以七天无理由退货吗", "快递到哪里了", "少发了一个配件", "颜色和图片不一样", "有划痕想换货", "申请退款多久到账", "送货上门吗", "支持以旧换新吗",
            "积分怎么用", "优惠券用不了", "收货地址写错了", "已经付款了还没发货", "师傅没有联系我", "味道有点大", "腿松了晃得厉害", "拉链坏了", "漏发赠品",
            "收到是坏的", "想改成大一号", "物流三天没有更新", "质量太差我要投诉", "客服一直不回复", "什么材质的", "会不会掉色", "甲醛检测报告有吗");
    private static final List<String> TAILS = List.of(
            "", "", "", "谢谢", "麻烦快一点", "在线等", "急", "家里有老人", "周末在家", "下周搬家", "上次也是这样", "群里说有活动", "我是老客户了", "帮我看一下订单",
            "please check my order", "refund please", "the parcel is delayed", "when will it be delivered");
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦";
    private static final String GIVEN =
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂晓云红梅玲建国文华慧巧美欣怡子涵梓萱浩宇雨泽思源嘉佳琪若曦一诺天佑";

    private final Random chance;

    SpokenShop(long seed) {
        this.chance = new Random(seed);
    }

    String line() {
        String said = switch (chance.nextInt(4)) {
            case 0 -> one(LOOKS) + one(GOODS) + one(WISHES);
            case 1 -> "这款" + one(GOODS) + one(WISHES) + "，" + one(TAILS);
            case 2 -> "你好，我买的" + one(LOOKS) + "的" + one(GOODS) + one(WISHES) + one(TAILS);
            default -> one(GOODS) + "和" + one(GOODS) + "一起买" + one(WISHES);
        };
        return chance.nextInt(20) == 0 ? said + " 订单号" + number() : said;
    }

    /** As an agent looks for it: a few characters, two words, a name, pinyin, the end of a number, a whole question. */
    String question() {
        return switch (chance.nextInt(10)) {
            case 0, 1 -> one(GOODS);
            case 2 -> one(LOOKS) + one(GOODS);
            case 3 -> one(GOODS) + " " + one(WISHES).substring(0, 2);
            case 4 -> one(WISHES);
            case 5 -> name();
            case 6 -> "%04d".formatted(chance.nextInt(10_000));
            case 7 -> List.of("refund", "parcel delayed", "order", "delivered").get(chance.nextInt(4));
            case 8 -> List.of("wangwei", "lx", "zhangxiao", "chenj", "lium").get(chance.nextInt(5));
            default -> "这款" + one(GOODS) + one(WISHES);
        };
    }

    String name() {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(skewed(SURNAMES.length())));
        for (int left = 1 + chance.nextInt(2); left > 0; left--) {
            name.append(GIVEN.charAt(chance.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    String phone() {
        return "1" + (3 + chance.nextInt(7)) + "%09d".formatted(chance.nextInt(1_000_000_000));
    }

    String number() {
        return "A%08d".formatted(chance.nextInt(100_000_000));
    }

    int below(int bound) {
        return chance.nextInt(bound);
    }

    private String one(List<String> words) {
        return words.get(skewed(words.size()));
    }

    /** The first ones come most often. */
    private int skewed(int size) {
        return (int) (size * Math.pow(chance.nextDouble(), 2));
    }
}
