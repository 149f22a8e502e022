package com.huixiang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** S-06: a script is found by the first letters of its pinyin. */
class InitialsTests {

    @Test
    void eachChineseCharacterGivesItsFirstLetter() {
        assertThat(Initials.of("退货流程", "")).isEqualTo("thlc");
        assertThat(Initials.of("发票", "请提供抬头")).isEqualTo("fpqtgtt");
    }

    @Test
    void vowelsLoseTheirAccents() {
        assertThat(Initials.of("二", "安欧额")).isEqualTo("eaoe");
    }

    @Test
    void lettersAndDigitsStayAndBecomeSmall() {
        assertThat(Initials.of("VIP 7天", "")).isEqualTo("vip7t");
    }

    @Test
    void punctuationVariablesAndEmojiAreSkipped() {
        assertThat(Initials.of("您好,", "我是{name}😀!")).isEqualTo("nhws");
    }

    @Test
    void onlyTheBeginningOfALongScriptCounts() {
        assertThat(Initials.of("退", "货".repeat(500))).hasSize(40);
    }
}
