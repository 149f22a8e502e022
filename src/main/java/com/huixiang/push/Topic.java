package com.huixiang.push;

/** A name under which news is told: {@code member:…}, {@code conversation:…}. */
public record Topic(String name) {}
