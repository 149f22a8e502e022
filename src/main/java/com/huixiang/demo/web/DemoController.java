package com.huixiang.demo.web;

import com.huixiang.demo.DemoShop;
import com.huixiang.demo.InDemo;
import com.huixiang.demo.Story;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    @GetMapping("/members")
    List<DemoShop.Member> members() {
        return shop.members();
    }

    @GetMapping("/identity")
    DemoShop.Vouched identity(@RequestParam String member) {
        return shop.vouchFor(member);
    }
}
