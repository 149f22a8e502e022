package com.huixiang.channel;

import com.huixiang.channel.Channel.Outbound;
import com.huixiang.conversation.ConversationEvent;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.MessageLists;
import com.huixiang.kernel.Background;
import com.huixiang.kernel.Bell;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * FRONT DOOR: what we say, on its way to touchpoints that must be called. State is the queue: what is still to be handed
 * over is found in the tables ({@code channel.outbound} against the record); news of the record only rings the bell.
 */
@Service
public class Outbox {

    private static final int AT_ONCE = 200;
    private static final Duration RECENT = Duration.ofDays(7);

    private final OutboundRepository repository;
    private final ChannelAccounts accounts;
    private final MessageLists messages;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Bell bell;
    private final Map<ChannelAccount.Kind, Channel> called = new EnumMap<>(ChannelAccount.Kind.class);
    /** As the last look saw it: a house without such accounts pays nothing for each reply. */
    private volatile boolean somebodyIsCalled = true;

    Outbox(
            OutboundRepository repository,
            ChannelAccounts accounts,
            MessageLists messages,
            List<Channel> channels,
            TransactionTemplate transaction,
            Background background,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
        this.bell = new Bell("Handing over what was said", background, this::handOver);
        channels.stream()
                .filter(channel -> channel.capabilities().called())
                .forEach(channel -> called.put(channel.kind(), channel));
    }

    /** E-02: the customer has written through this account, so what is said after his word goes there, too. */
    @Transactional
    public void follow(ConversationId conversation, ChannelAccount account, int after) {
        if (called.containsKey(account.kind())) {
            somebodyIsCalled = true;
            repository.follow(conversation, account.id(), after);
        }
    }

    @EventListener
    void on(ConversationEvent news) {
        if (somebodyIsCalled && !(news instanceof ConversationEvent.CustomerSpoke)) {
            look();
        }
    }

    void look() {
        if (!called.isEmpty()) {
            bell.ring();
        }
    }

    /** Everything that is due, in pieces; two nodes never take the same conversation. */
    void handOver() {
        somebodyIsCalled = repository.hasAccounts(called.keySet());
        if (!somebodyIsCalled) {
            return;
        }
        repository.followOpened(called.keySet(), clock.instant().minus(RECENT));
        int handed;
        do {
            handed = transaction.execute(all -> handOverSome());
        } while (handed == AT_ONCE);
    }

    private int handOverSome() {
        List<OutboundRepository.Due> due = repository.due(AT_ONCE);
        due.forEach(this::handOver);
        return due.size();
    }

    private void handOver(OutboundRepository.Due due) {
        MessageLists.Piece piece = messages.after(due.conversation(), due.seq(), AT_ONCE, true);
        ChannelAccount account = accounts.get(due.account());
        Channel channel = called.get(account.kind());
        if (channel != null && !piece.items().isEmpty()) {
            channel.deliver(new Outbound(account, due.conversation(), due.customer(), piece.items()));
        }
        int seq = piece.items().stream().mapToInt(Message::seq).max().orElse(due.lastShown());
        repository.handedOver(due, Math.max(seq, due.seq()), due.closed() && !piece.more());
    }
}
