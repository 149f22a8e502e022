package com.huixiang.demo;

import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.Staff;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The demo, put together by hand: tests run where it is off, and nothing in it moves unless the test says so. */
@Component
public class DemoFixtures {

    final Story story;
    final DemoShop shop;

    DemoFixtures(
            Staff staff, ChannelAccounts channels, JdbcTemplate jdbc, JdbcClient sql, JsonMapper json, Clock clock) {
        StoryRepository repository = new StoryRepository(sql);
        Company company = new Company(staff, channels, repository, sql, clock);
        this.story = new Story(repository, company, jdbc, json, clock);
        this.shop = new DemoShop(channels, json, clock);
    }
}
