package com.huixiang.connect;

import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Inbox.Circumstances;
import com.huixiang.channel.Outbox;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.conversation.Attachments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.Opening.EntryPage;
import com.huixiang.customer.Customer;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * FRONT DOOR: messages of other systems, on their way into the record (E-01). The sender's own id makes sending again
 * harmless, the customer it names is recognised like everywhere else (E-02), and what is answered goes back through the
 * same account.
 */
@Service
public class ApiInbox {

    private static final int LONGEST_ID = 200;

    private final JdbcClient sql;
    private final ChannelAccounts accounts;
    private final Customers customers;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Attachments attachments;
    private final Draft.Desk drafts;
    private final OtherSystems world;
    private final JsonMapper json;
    private final Clock clock;

    ApiInbox(
            JdbcClient sql,
            ChannelAccounts accounts,
            Customers customers,
            Inbox inbox,
            Outbox outbox,
            Attachments attachments,
            Draft.Desk drafts,
            OtherSystems world,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.customers = customers;
        this.inbox = inbox;
        this.outbox = outbox;
        this.attachments = attachments;
        this.drafts = drafts;
        this.world = world;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Where the message is on the record now.
     *
     * @param again whether this id had come before; then nothing was added
     */
    public record Received(String id, UUID conversation, int seq, boolean again) {}

    /** Answers after the commit: what was answered is never lost. */
    public Received receive(String accountId, byte[] body) {
        ChannelAccount account = accounts.get(accountId, ChannelAccount.Kind.API);
        JsonNode message = read(body);
        String id = text(message, "id");
        Optional<Received> before = find(accountId, id);
        if (before.isPresent()) {
            return before.get();
        }
        Visitor customer = customerOf(account, message.path("customer"));
        Draft draft = draftOf(account, id, message);
        Message written = write(customer, draft, circumstancesOf(message));
        outbox.follow(new ConversationId(written.conversationId()), account, written.seq() - 1);
        sql.sql("insert into connect.received values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(accountId, id, written.conversationId(), written.seq(), ApiKeys.utc(clock.instant()))
                .update();
        return new Received(id, written.conversationId(), written.seq(), false);
    }

    /** A picture or a file that a later message names by its id. */
    public Attachments.Attachment keep(String accountId, @Nullable String name, byte[] content) {
        return attachments.keep(ownerOf(accounts.get(accountId, ChannelAccount.Kind.API)), name, content);
    }

    private Message write(Visitor customer, Draft draft, Circumstances circumstances) {
        try {
            return inbox.accept(customer, draft, circumstances, true).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private JsonNode read(byte[] body) {
        try {
            JsonNode message = json.readTree(body);
            if (!message.isObject()) {
                throw ConnectProblem.badMessage("body");
            }
            return message;
        } catch (JacksonException malformed) {
            throw ConnectProblem.badMessage("body");
        }
    }

    private Optional<Received> find(String account, String id) {
        return sql.sql("select conversation_id, seq from connect.received where account = ? and message_id = ?")
                .params(account, id)
                .query((row, n) -> new Received(id, row.getObject(1, UUID.class), row.getInt(2), true))
                .optional();
    }

    /** Known by the sender's own id for him; a member number, a telephone number or a union id makes him the same everywhere. */
    private Visitor customerOf(ChannelAccount account, JsonNode person) {
        String source = "api:" + account.id();
        Identity own = Identity.visitor(source + ":" + text(person, "id"));
        CustomerFacts facts = new CustomerFacts(
                source, line(person, "name"), null, level(person), line(person, "phone"), line(person, "email"));
        CustomerId customer = customers.recognise(own, facts);
        Identity known = stronger(person);
        if (known != null) {
            customer = customers.identify(customer, known, facts, "接口渠道“" + account.name() + "”说明了客户身份");
        }
        Customer file = customers.get(customer);
        return new Visitor(account, file.id(), file.name(), known != null);
    }

    private static @Nullable Identity stronger(JsonNode person) {
        String member = line(person, "member");
        String unionid = line(person, "unionid");
        String phone = line(person, "phone");
        if (member != null) {
            return Identity.member(member);
        }
        if (unionid != null) {
            return new Identity(Identity.Kind.UNIONID, unionid);
        }
        return phone == null ? null : new Identity(Identity.Kind.PHONE, phone);
    }

    private static @Nullable Level level(JsonNode person) {
        String level = line(person, "level");
        try {
            return level == null ? null : Level.valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw ConnectProblem.badMessage("customer.level");
        }
    }

    private Draft draftOf(ChannelAccount account, String id, JsonNode message) {
        UUID clientId = UUID.nameUUIDFromBytes((account.id() + "\n" + id).getBytes(StandardCharsets.UTF_8));
        String kind = text(message, "kind");
        JsonNode body = message.path("body");
        if (kind.equals("picture") && body.has("url")) {
            return new Draft(clientId, fetch(account, body), null);
        }
        return switch (kind) {
            case "text", "picture", "file", "card" -> {
                ObjectNode frame = json.createObjectNode();
                frame.put("clientId", clientId.toString()).put("kind", kind).set("body", body);
                yield drafts.read(frame, ownerOf(account));
            }
            default -> throw ConnectProblem.badMessage("kind");
        };
    }

    private Body fetch(ChannelAccount account, JsonNode body) {
        try {
            URI address = URI.create(text(body, "url"));
            OtherSystems.Answer answer = world.get(address, Attachments.LARGEST);
            if (!answer.isFine()) {
                throw ConnectProblem.pictureNotReached();
            }
            Attachments.Attachment kept = attachments.keep(ownerOf(account), line(body, "name"), answer.body());
            if (!kept.isPicture()) {
                throw ConnectProblem.badMessage("body.url");
            }
            return kept.body();
        } catch (IOException | IllegalArgumentException unreachable) {
            throw ConnectProblem.pictureNotReached();
        }
    }

    private Circumstances circumstancesOf(JsonNode message) {
        JsonNode page = message.path("page");
        JsonNode product = message.path("product");
        try {
            Body.Card card = product.isObject() ? json.treeToValue(product, Body.Card.class) : null;
            boolean somewhere = page.isObject() || card != null;
            return new Circumstances(
                    null,
                    somewhere ? new EntryPage(line(page, "title"), line(page, "url"), card) : null,
                    line(message, "issue"));
        } catch (JacksonException malformed) {
            throw ConnectProblem.badMessage("product");
        }
    }

    private static String ownerOf(ChannelAccount account) {
        return "account:" + account.id();
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asString("").strip();
        if (text.isEmpty() || text.length() > (field.equals("url") ? 2000 : LONGEST_ID)) {
            throw ConnectProblem.badMessage(field);
        }
        return text;
    }

    private static @Nullable String line(JsonNode node, String field) {
        String text = node.path(field).asString("").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), Body.LINE_LIMIT));
    }

    /** Later than this nobody sends the same message again; the record itself would still notice. */
    void forgetReceivedBefore(Instant time) {
        sql.sql("delete from connect.received where at < ?").param(ApiKeys.utc(time)).update();
    }
}
