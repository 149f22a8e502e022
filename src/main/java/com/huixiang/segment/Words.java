package com.huixiang.segment;

/** One sentence for people, in both languages. */
public record Words(String zh, String en) {}
