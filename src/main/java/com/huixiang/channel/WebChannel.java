package com.huixiang.channel;

import com.huixiang.conversation.Body;
import com.huixiang.conversation.MessageKind;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** The widget on a shop's page and the full-page chat: a browser that reads the record itself, live and by number. */
@Component
class WebChannel implements Channel {

    private static final Capabilities CAPABILITIES = new Capabilities(
            Body.TEXT_LIMIT,
            EnumSet.of(MessageKind.TEXT, MessageKind.PICTURE, MessageKind.FILE, MessageKind.CARD),
            null,
            false);

    @Override
    public ChannelAccount.Kind kind() {
        return ChannelAccount.Kind.WEB;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }
}
