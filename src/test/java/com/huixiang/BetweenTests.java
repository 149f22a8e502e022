package com.huixiang;

/** A bean that has something to forget before the next test begins, such as a cache of rows that are gone now. */
@FunctionalInterface
public interface BetweenTests {

    void forget();
}
