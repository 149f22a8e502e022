package com.huixiang.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param visitorToken  how long an anonymous browser is recognised after its last visit
 * @param memberToken   how long a signed-in customer may write without the shop vouching for him again
 * @param identityAge   how old a signed identity may be when it is shown
 */
@ConfigurationProperties("huixiang.channel")
record ChannelSettings(
        @DefaultValue("180d") Duration visitorToken,
        @DefaultValue("12h") Duration memberToken,
        @DefaultValue("24h") Duration identityAge) {}
