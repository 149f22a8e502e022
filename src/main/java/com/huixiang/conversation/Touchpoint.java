package com.huixiang.conversation;

/** The channel account a conversation comes in through, with its kind ("web") and its name at that moment. */
public record Touchpoint(String id, String kind, String name) {}
