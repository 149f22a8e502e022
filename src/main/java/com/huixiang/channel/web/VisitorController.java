package com.huixiang.channel.web;

import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Inbox.Circumstances;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Admitted;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.channel.Visitors.Vouched;
import com.huixiang.conversation.Attachments;
import com.huixiang.conversation.Attachments.Attachment;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.MessageLists;
import com.huixiang.conversation.Opening.EntryPage;
import com.huixiang.conversation.Readings;
import com.huixiang.conversation.VisitorLists;
import com.huixiang.conversation.VisitorLists.Hours;
import com.huixiang.conversation.VisitorLists.VisitorView;
import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** What a customer's browser asks. Each request but the first shows the visitor token. */
@RestController
class VisitorController {

    private final Visitors visitors;
    private final Inbox inbox;
    private final VisitorLists lists;
    private final MessageLists messages;
    private final Readings readings;
    private final Attachments attachments;
    private final Draft.Desk drafts;
    private final VisitorLimit limit;

    VisitorController(
            Visitors visitors,
            Inbox inbox,
            VisitorLists lists,
            MessageLists messages,
            Readings readings,
            Attachments attachments,
            Draft.Desk drafts,
            VisitorLimit limit) {
        this.visitors = visitors;
        this.inbox = inbox;
        this.lists = lists;
        this.messages = messages;
        this.readings = readings;
        this.attachments = attachments;
        this.drafts = drafts;
        this.limit = limit;
    }

    record SessionRequest(
            @NotBlank @Size(max = 100) String site,
            @Nullable @Size(max = 1000) String token,
            @Nullable @Size(max = 4000) String identity,
            @Nullable @Size(max = 200) String signature,
            @Nullable @Size(max = 100) String anonymousId) {}

    record Person(CustomerId id, String name, boolean known) {}

    record Site(String id, String name, String greeting, String botName, List<ChannelAccount.Entrance> menu) {}

    record Session(String token, Person customer, Site site, Hours hours, @Nullable VisitorView conversation) {}

    record Human(@Nullable String issue, @Nullable String pageTitle, @Nullable String pageUrl, Body.@Nullable Card product) {
        Circumstances circumstances() {
            return new Circumstances(null, new EntryPage(pageTitle, pageUrl, product), issue);
        }
    }

    record LeftMessage(@NotBlank @Size(max = 5000) String text, @Nullable @Size(max = 200) String contact) {}

    record CallBack(
            @NotBlank @Size(max = 40) String phone, @Nullable Instant when, @Nullable @Size(max = 1000) String text) {}

    record Reading(@NotNull UUID conversation, int delivered, int read) {}

    @PostMapping("/api/visitor/session")
    Session begin(@Valid @RequestBody SessionRequest request, HttpServletRequest from) {
        limit.begin(from.getRemoteAddr());
        Vouched vouched = request.identity() == null
                ? null
                : new Vouched(request.identity(), request.signature() == null ? "" : request.signature());
        Admitted admitted = visitors.admit(request.site(), request.token(), vouched, request.anonymousId());
        Visitor visitor = admitted.visitor();
        ChannelAccount account = visitor.account();
        return new Session(
                admitted.token(),
                new Person(visitor.customer(), visitor.name(), visitor.known()),
                new Site(account.id(), account.name(), account.greeting(), "小响", account.menu()),
                lists.hours(),
                lists.openOf(visitor.customer()).orElse(null));
    }

    @GetMapping("/api/visitor/conversation")
    @Nullable VisitorView open(Visitor visitor) {
        return lists.openOf(visitor.customer()).orElse(null);
    }

    @GetMapping(path = "/api/visitor/messages", params = "!conversation")
    Page<Message> history(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "30") int limit) {
        return messages.ofCustomer(visitor.customer(), before, limit, true);
    }

    @GetMapping(path = "/api/visitor/messages", params = "conversation")
    MessageLists.Piece missed(
            Visitor visitor,
            @RequestParam UUID conversation,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "200") int limit) {
        ConversationId id = new ConversationId(conversation);
        lists.checkBelongs(id, visitor.customer());
        return messages.after(id, after, limit, true);
    }

    /** A message by REST is looked up first, since a browser that falls back to it may have sent it before. */
    @PostMapping("/api/visitor/messages")
    CompletableFuture<Message> post(
            Visitor visitor, @RequestBody JsonNode message) {
        Draft draft = drafts.read(message, ownerOf(visitor));
        return inbox.accept(visitor, draft, VisitorDesk.circumstancesOf(message, null), true);
    }

    @PutMapping("/api/visitor/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(
            Visitor visitor, @Valid @RequestBody Reading reading) {
        ConversationId id = new ConversationId(reading.conversation());
        lists.checkBelongs(id, visitor.customer());
        readings.byCustomer(id, reading.delivered(), reading.read());
    }

    @PostMapping("/api/visitor/human")
    VisitorView human(
            Visitor visitor, @RequestBody(required = false) @Nullable Human human) {
        return inbox.askForHuman(
                visitor, human == null ? Circumstances.NONE : human.circumstances());
    }

    @PostMapping("/api/visitor/left-message")
    VisitorView leave(
            Visitor visitor, @Valid @RequestBody LeftMessage left) {
        return inbox.leaveMessage(visitor, left.text(), left.contact());
    }

    /** The promised time is in the answer. */
    @PostMapping("/api/visitor/call-back")
    VisitorView callBack(
            Visitor visitor, @Valid @RequestBody CallBack wanted) {
        return inbox.askForCallBack(visitor, wanted.phone(), wanted.when(), wanted.text());
    }

    @PostMapping("/api/visitor/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Visitor visitor) {
        inbox.end(visitor);
    }

    @PostMapping("/api/visitor/files")
    Attachment keep(Visitor visitor, @RequestParam MultipartFile file)
            throws IOException {
        limit.upload(visitor.customer());
        return attachments.keep(ownerOf(visitor), file.getOriginalFilename(), file.getBytes());
    }

    static String ownerOf(Visitor visitor) {
        return "customer:" + visitor.customer().value();
    }
}
