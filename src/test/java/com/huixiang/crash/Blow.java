package com.huixiang.crash;

/** What is killed. */
public enum Blow {
    APPLICATION,
    DATABASE,
    APPLICATION_AND_DATABASE,
    ALL_LINES
}
