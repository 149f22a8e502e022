package com.huixiang.store;

import com.huixiang.channel.Channel;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.MessageKind;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** The store behind the port: the customer stands in front of us, so nothing has to be brought to him. */
@Component
class StoreChannel implements Channel {

    private static final Capabilities CAPABILITIES =
            new Capabilities(Body.TEXT_LIMIT, EnumSet.of(MessageKind.TEXT, MessageKind.PICTURE), null, false);

    @Override
    public ChannelAccount.Kind kind() {
        return ChannelAccount.Kind.STORE;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }
}
