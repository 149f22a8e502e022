package com.huixiang.channel;

import com.huixiang.channel.Channel.Capabilities;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.MessageKind;
import com.huixiang.conversation.TouchpointLimits;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What each channel said it can carry, held against every answer: what would not arrive is refused before it is written. */
@Component
class ChannelLimits implements TouchpointLimits {

    private final Map<String, Capabilities> capabilities;

    ChannelLimits(List<Channel> channels) {
        this.capabilities =
                channels.stream().collect(Collectors.toMap(channel -> channel.kind().code(), Channel::capabilities));
    }

    @Override
    public void check(String channelKind, Body body) {
        Capabilities there = capabilities.get(channelKind);
        if (there == null || !isCarried(body.kind())) {
            return;
        }
        if (!there.kinds().contains(body.kind())) {
            throw ChannelProblem.notCarried(body.kind());
        }
        if (body instanceof Body.Text(String text) && text.length() > there.longestText()) {
            throw ChannelProblem.tooLong(there.longestText());
        }
    }

    /** Lines of the record are not brought anywhere. */
    private static boolean isCarried(MessageKind kind) {
        return switch (kind) {
            case TEXT, PICTURE, FILE, CARD -> true;
            case NOTE, RECALL, SYSTEM -> false;
        };
    }
}
