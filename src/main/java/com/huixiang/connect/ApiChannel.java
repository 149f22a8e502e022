package com.huixiang.connect;

import com.huixiang.agenda.Agenda;
import com.huixiang.channel.Channel;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.conversation.Author;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.MessageKind;
import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API channel behind the port: what was said becomes one delivery for each webhook of the account, in the transaction
 * that hands it over; {@link Courier} sends them.
 */
@Component
class ApiChannel implements Channel {

    private static final Capabilities CAPABILITIES = new Capabilities(
            Body.TEXT_LIMIT,
            EnumSet.of(MessageKind.TEXT, MessageKind.PICTURE, MessageKind.FILE, MessageKind.CARD),
            null,
            true);

    private final DeliveryRepository repository;
    private final Agenda agenda;
    private final JsonMapper json;
    private final Clock clock;

    ApiChannel(DeliveryRepository repository, Agenda agenda, JsonMapper json, Clock clock) {
        this.repository = repository;
        this.agenda = agenda;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ChannelAccount.Kind kind() {
        return ChannelAccount.Kind.API;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public void deliver(Outbound outbound) {
        List<DeliveryRepository.Held> webhooks = repository.ofAccount(outbound.account().id());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // the tables keep no nanoseconds
        for (DeliveryRepository.Held held : webhooks) {
            boolean anything = false;
            for (Message message : outbound.messages()) {
                WebhookEvent event = eventOf(message);
                // What the customer said himself he knows.
                if (message.author().kind() != Author.Kind.CUSTOMER && isWanted(held.webhook(), event)) {
                    UUID id = Uuid7.next(clock);
                    repository.add(
                            id,
                            held.webhook().id(),
                            message.conversationId(),
                            message.seq(),
                            event,
                            bodyOf(id, event, outbound, message),
                            now);
                    anything = true;
                }
            }
            if (anything) {
                agenda.remind(
                        Courier.DUTY, Courier.lineOf(held.webhook().id(), outbound.conversation().value()), now);
            }
        }
    }

    private static boolean isWanted(Webhook webhook, WebhookEvent event) {
        return webhook.events().contains(event.code());
    }

    private WebhookEvent eventOf(Message message) {
        return switch (message.kind()) {
            case RECALL -> WebhookEvent.RECALL;
            case SYSTEM -> switch (json.readTree(message.body()).path("event").asString("")) {
                case "assigned", "transferred" -> WebhookEvent.ASSIGNED;
                case "closed" -> WebhookEvent.CLOSED;
                default -> WebhookEvent.MESSAGE;
            };
            case TEXT, PICTURE, FILE, CARD, NOTE -> WebhookEvent.MESSAGE;
        };
    }

    private String bodyOf(UUID delivery, WebhookEvent event, Outbound outbound, Message message) {
        ObjectNode body = json.createObjectNode();
        body.put("delivery", delivery.toString());
        body.put("event", event.code());
        body.put("account", outbound.account().id());
        body.put("customer", outbound.customer().value().toString());
        body.put("conversation", message.conversationId().toString());
        body.put("seq", message.seq());
        body.put("kind", message.kind().name().toLowerCase(Locale.ROOT));
        ObjectNode author = body.putObject("author");
        author.put("kind", message.author().kind().name().toLowerCase(Locale.ROOT));
        author.put("name", message.author().name());
        body.set("body", json.readTree(message.body()));
        body.put("sentAt", message.sentAt().toString());
        return json.writeValueAsString(body);
    }
}
