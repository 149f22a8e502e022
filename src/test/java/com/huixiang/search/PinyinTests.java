package com.huixiang.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinTests {

    @Test
    void aNameIsReadWholeAndByInitialsFromEachOfItsCharactersOn() {
        assertThat(Pinyin.termsOf("林晓")).containsExactlyInAnyOrder("linxiao", "lx", "xiao", "x");
    }

    @Test
    void surnamesHaveReadingsOfTheirOwn() {
        assertThat(Pinyin.termsOf("单田芳")).contains("shantianfang", "stf");
        assertThat(Pinyin.termsOf("曾黎")).contains("zengli");
    }

    @Test
    void lettersAreReadAsTheyAre() {
        assertThat(Pinyin.termsOf("Emma 王")).contains("emmawang");
    }

    @Test
    void namesSortAsInADictionary() {
        assertThat(Pinyin.sortKey("白敬亭")).isLessThan(Pinyin.sortKey("林晓"));
        assertThat(Pinyin.sortKey("林晓")).isLessThan(Pinyin.sortKey("王芳"));
    }
}
