package com.huixiang.demo;

import com.huixiang.channel.ChannelAccounts;
import com.huixiang.customer.Level;
import com.huixiang.demo.StoryBook.Shopper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: the shop's own server, as far as a chat needs one. It knows who is signed in and vouches for him. */
@InDemo
@Service
public class DemoShop {

    private final StoryBook book;
    private final StoryRepository story;
    private final ChannelAccounts accounts;
    private final JsonMapper json;
    private final Clock clock;

    DemoShop(StoryBook book, StoryRepository story, ChannelAccounts accounts, JsonMapper json, Clock clock) {
        this.book = book;
        this.story = story;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    public record Member(String id, String name, Level level) {}

    /** The exact text that was signed, and the signature in hex. */
    public record Vouched(String identity, String signature) {}

    public List<Member> members() {
        if (story.isRemoved()) {
            throw DemoProblem.storyRemoved();
        }
        return book.shoppers().stream()
                .map(shopper -> new Member(shopper.id(), shopper.name(), shopper.level()))
                .toList();
    }

    public Vouched vouchFor(String member) {
        Shopper shopper = book.shoppers().stream()
                .filter(known -> known.id().equals(member))
                .findFirst()
                .orElseThrow(DemoProblem::unknownMember);
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", shopper.id());
        claim.put("name", shopper.name());
        claim.put("level", Crowd.wire(shopper.level()));
        claim.put("phone", shopper.phone());
        claim.put("email", shopper.email());
        claim.put("issuedAt", clock.instant().toString());
        String identity = json.writeValueAsString(claim);
        return new Vouched(identity, accounts.sign(Company.SITE, identity));
    }
}
