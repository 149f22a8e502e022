package com.huixiang.channel;

import com.huixiang.conversation.Message;
import com.huixiang.conversation.MessageKind;
import com.huixiang.customer.CustomerId;
import com.huixiang.conversation.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * THE PORT: one kind of touchpoint. What comes in goes to {@link Inbox#accept}; what goes out comes by
 * {@link #deliver}. A new channel is one bean of this type (docs/tutorials/add-a-channel.md).
 */
public interface Channel {

    ChannelAccount.Kind kind();

    Capabilities capabilities();

    /**
     * What a touchpoint can carry.
     *
     * @param longestText characters in one message
     * @param kinds what may be sent to the customer
     * @param replyWindow how long after the customer's last word we may write to him; null: always
     * @param called whether the touchpoint must be called with each message; otherwise the customer's own browser reads
     *     the record live and {@link #deliver} is never asked
     */
    record Capabilities(
            int longestText, Set<MessageKind> kinds, @Nullable Duration replyWindow, boolean called) {}

    /** What was said in a conversation since the last time, as far as the customer may see it, in the order of the record. */
    record Outbound(ChannelAccount account, ConversationId conversation, CustomerId customer, List<Message> messages) {}

    /**
     * Notes what has to be sent, in the caller's transaction: rows of the channel's own. Sending them is a promise that
     * it keeps by itself. Called again with the same messages only when the transaction was rolled back.
     */
    default void deliver(Outbound outbound) {}
}
