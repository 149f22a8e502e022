package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** READ DOOR: what was said, in pieces. Customers never get notes. */
@Service
public class MessageLists {

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient sql;
    private final MessageReader reader;

    MessageLists(JdbcClient sql, MessageReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    public record Piece(List<Message> items, boolean more) {}

    /** What came after this number: the resume of a client that was away. */
    public Piece after(ConversationId conversation, int seq, int limit, boolean forCustomer) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<Message> items = reader.after(conversation, seq, size + 1, forCustomer);
        boolean more = items.size() > size;
        return new Piece(more ? items.subList(0, size) : items, more);
    }

    public Piece before(ConversationId conversation, int seq, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<Message> items = reader.before(conversation, seq, size + 1);
        boolean more = items.size() > size;
        return new Piece(more ? items.subList(1, items.size()) : items, more);
    }

    /**
     * Everything said with this customer, over all his conversations, backwards in time. The cursor names the oldest
     * entry of the page before: conversation and number.
     */
    public Page<Message> ofCustomer(
            CustomerId customer, @Nullable String cursor, int limit, boolean forCustomer) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<Message> newestFirst = new ArrayList<>(size);
        Position from = Position.parse(cursor);
        for (UUID conversation : conversationsDownFrom(customer, from)) {
            int before = from != null && from.conversation().equals(conversation) ? from.seq() : Integer.MAX_VALUE;
            newestFirst.addAll(page(new ConversationId(conversation), before, size + 1 - newestFirst.size(), forCustomer));
            if (newestFirst.size() > size) {
                break;
            }
        }
        boolean more = newestFirst.size() > size;
        List<Message> shown = more ? newestFirst.subList(0, size) : newestFirst;
        String next = more ? new Position(shown.getLast().conversationId(), shown.getLast().seq()).text() : null;
        return new Page<>(shown.reversed(), next);
    }

    private List<Message> page(ConversationId conversation, int before, int limit, boolean forCustomer) {
        return sql.sql("select " + MessageReader.COLUMNS + " from conversation.message m" + MessageReader.QUOTED
                        + " where m.conversation_id = ? and m.seq < ?" + MessageReader.shown(forCustomer)
                        + " order by m.seq desc limit ?")
                .params(conversation.value(), before, limit)
                .query(MessageReader::message)
                .list();
    }

    private List<UUID> conversationsDownFrom(CustomerId customer, @Nullable Position from) {
        return sql.sql(
                        """
                        select c.id from conversation.conversation c
                         where c.customer_id = :customer
                           and (:from::uuid is null or (c.opened_at, c.id) <=
                                (select f.opened_at, f.id from conversation.conversation f where f.id = :from))
                         order by c.opened_at desc, c.id desc
                         limit 300""")
                .param("customer", customer.value())
                .param("from", from == null ? null : from.conversation())
                .query(UUID.class)
                .list();
    }

    private record Position(UUID conversation, int seq) {

        static @Nullable Position parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                int colon = text.indexOf('~');
                return new Position(
                        UUID.fromString(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
            } catch (RuntimeException forged) {
                throw ConversationProblem.badCursor();
            }
        }

        String text() {
            return conversation + "~" + seq;
        }
    }
}
