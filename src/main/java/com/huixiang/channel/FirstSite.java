package com.huixiang.channel;

import com.huixiang.channel.ChannelAccount.Entrance;
import com.huixiang.staff.StaffEvent.HouseOpened;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A new house has a chat for its shop from the first day. */
@Component
class FirstSite {

    static final String ID = "shop";

    private final ChannelAccounts accounts;

    FirstSite(ChannelAccounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void on(HouseOpened news) {
        if (!news.shop().isEmpty()) {
            accounts.open(new ChannelAccount(
                    ID,
                    news.shop(),
                    "您好,欢迎来到" + news.shop() + "!请问有什么可以帮您?",
                    List.of(
                            new Entrance("pre-sale", "挑选商品"),
                            new Entrance("logistics", "查物流"),
                            new Entrance("return", "退换货"),
                            new Entrance("order", "修改订单"))));
        }
    }
}
