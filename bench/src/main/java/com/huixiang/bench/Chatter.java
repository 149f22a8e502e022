package com.huixiang.bench;

/** What virtual people write: ordinary lines of a shop, marked so that whoever hears one knows who wrote it and which it is. */
final class Chatter {

    private static final String[] LINES = {
        "您好，我上周在你们店里买的那件羽绒服今天刚收到，颜色和图片上看起来有一点不一样，想问一下如果要换一个颜色需要怎么操作，运费是谁来承担呢？",
        "麻烦帮我看一下这个订单现在到哪里了，物流信息从昨天下午开始就一直没有更新过，我这周末要出门，希望能在周五之前送到，谢谢您了。",
        "请问这款电饭煲的内胆是不是不粘的，家里有老人和小孩，平时煮粥比较多，三升的容量够不够四个人用，另外现在下单有没有什么活动可以参加？",
        "我想开一张增值税普通发票，抬头是公司名称，税号我等一下发给您，另外之前那一单的发票能不能和这一单一起寄过来，地址还是原来的地址。",
    };

    private Chatter() {}

    /** The line number {@code number} of the person {@code person}. */
    static String line(int person, int number) {
        return "#" + person + "." + number + " " + LINES[Math.floorMod(person + number, LINES.length)];
    }

    /** Who wrote it; -1 when it is not one of these lines. */
    static int person(String text) {
        int dot = text.indexOf('.');
        return text.startsWith("#") && dot > 0 ? Integer.parseInt(text, 1, dot, 10) : -1;
    }

    static int number(String text) {
        return Integer.parseInt(text, text.indexOf('.') + 1, text.indexOf(' '), 10);
    }
}
