package com.huixiang.demo.web;

import com.huixiang.demo.DemoShop;
import com.huixiang.demo.InDemo;
import com.huixiang.demo.Story;
import com.huixiang.staff.Actor;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@InDemo
@RestController
@RequestMapping("/api/demo")
class DemoController {

    private final Story story;
    private final DemoShop shop;

    DemoController(Story story, DemoShop shop) {
        this.story = story;
        this.shop = shop;
    }

    @GetMapping
    Story.Playbill playbill() {
        return story.playbill();
    }

    /** For an administrator; his own account is part of the story and goes with it. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor) {
        story.remove(actor);
    }

    @GetMapping("/members")
    List<DemoShop.Member> members() {
        return shop.members();
    }

    @GetMapping("/identity")
    DemoShop.Vouched identity(@RequestParam String member) {
        return shop.vouchFor(member);
    }
}
