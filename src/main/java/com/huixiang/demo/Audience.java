package com.huixiang.demo;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A few segments the retailer of the story keeps. Who belongs to them is found out like everybody's. */
@InDemo
@Component
class Audience {

    static final String AUTHOR = "演示故事";

    private final StoryRepository story;
    private final JdbcClient sql;
    private final Clock clock;

    Audience(StoryRepository story, JdbcClient sql, Clock clock) {
        this.story = story;
        this.sql = sql;
        this.clock = clock;
    }

    /** After the story has been told. */
    @EventListener(ApplicationReadyEvent.class)
    void gather() {
        if (!story.isTold() || isGathered()) {
            return;
        }
        keep("值得挽回", "Worth winning back", "花得不少,却有一阵子没来了", "待挽回",
                """
                {"all": [{"fact": "spent", "is": "at-least", "value": 2000},
                         {"fact": "lastOrderAt", "is": "before", "value": {"standard": "atRiskDays"}},
                         {"not": {"tag": "勿扰", "is": "set"}}]}""");
        keep("看了没买", "Looked and did not buy", "一周内看过或加购三次以上,没有下单", null,
                """
                {"all": [{"any": [{"counted": "events", "event": "Product Viewed", "days": 7, "measure": "count", "is": "at-least", "value": 3},
                                  {"counted": "events", "event": "Product Added", "days": 7, "measure": "count", "is": "at-least", "value": 1}]},
                         {"not": {"counted": "orders", "days": 7, "measure": "count", "is": "at-least", "value": 1}}]}""");
        keep("会员复购", "Members who come back", "银卡以上,近 90 天买过两次", null,
                """
                {"all": [{"fact": "level", "is": "one-of", "values": ["silver", "gold", "platinum"]},
                         {"counted": "orders", "days": 90, "measure": "count", "is": "at-least", "value": 2}]}""");
    }

    private boolean isGathered() {
        return sql.sql("select exists (select from segment.rule where by_name = ?)").param(AUTHOR).query(Boolean.class).single();
    }

    private void keep(String chinese, String english, String hint, @Nullable String tag, String condition) {
        sql.sql("""
                with made as (
                    insert into segment.rule (kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_name)
                    values ('SEGMENT', :zh, :en, :hint, :hint, :condition::jsonb, :tag, 'ACTIVE', 1, :now, :author)
                    returning *)
                insert into segment.rule_version (rule_id, version, name_zh, name_en, condition, tag, at, by_name)
                select id, version, name_zh, name_en, condition, tag, changed_at, by_name from made""")
                .param("zh", chinese)
                .param("en", english)
                .param("hint", hint)
                .param("condition", condition)
                .param("tag", tag)
                .param("now", StoryRepository.utc(clock.instant()))
                .param("author", AUTHOR)
                .update();
    }
}
