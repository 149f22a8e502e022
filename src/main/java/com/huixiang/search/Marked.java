package com.huixiang.search;

/** A piece of a text; {@code hit} when it is what was asked for. */
public record Marked(String text, boolean hit) {}
