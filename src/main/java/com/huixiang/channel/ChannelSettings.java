package com.huixiang.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long customers are known, and how much they may send. Of each limit one comes back after a moment; 0 is no limit.
 *
 * @param visitorToken  how long an anonymous browser is recognised after its last visit
 * @param memberToken   how long a signed-in customer may write without the shop vouching for him again
 * @param identityAge   how old a signed identity may be when it is shown
 * @param sessionsPerAddress visitors that may come from one address at a stretch; two more each second
 * @param messagesPerVisitor what one visitor may send at a stretch; one more each second
 * @param filesPerVisitor files one visitor may send at a stretch; one more each six seconds
 */
@ConfigurationProperties("huixiang.channel")
public record ChannelSettings(
        @DefaultValue("180d") Duration visitorToken,
        @DefaultValue("12h") Duration memberToken,
        @DefaultValue("24h") Duration identityAge,
        @DefaultValue("120") int sessionsPerAddress,
        @DefaultValue("30") int messagesPerVisitor,
        @DefaultValue("10") int filesPerVisitor) {}
