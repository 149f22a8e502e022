package com.huixiang.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** P-04: a rule is read or refused with the place where it is wrong, and said in a sentence. */
class RuleReaderTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static Condition read(String text) {
        return RuleReader.read(JSON.readTree(text.replace('\'', '"')));
    }

    @Test
    void aRuleIsASentence() {
        Condition rule = read(
                """
                {'all': [
                  {'fact': 'spentYear', 'is': 'at-least', 'value': {'standard': 'highValueSpent'}},
                  {'any': [{'fact': 'lastOrderAt', 'is': 'before', 'value': 30}, {'fact': 'level', 'is': 'one-of', 'values': ['gold', 'platinum']}]},
                  {'not': {'tag': 'VIP', 'is': 'set'}},
                  {'counted': 'events', 'event': 'Product Viewed', 'category': '连衣裙', 'days': 7, 'measure': 'count', 'is': 'at-least', 'value': 3}]}""");

        Words words = new RuleWords(Map.of("highValueSpent", BigDecimal.valueOf(5000)), Instant.EPOCH).of(rule);

        assertThat(words.zh())
                .isEqualTo("近一年消费不少于 5,000 元,并且(最近购买在 30 天以前,或者会员等级是其中之一「金卡」、「铂金」),"
                        + "并且不满足(有标签「VIP」),并且最近 7 天浏览商品「连衣裙」不少于 3 次");
        assertThat(words.en()).contains("spent within a year at least 5,000", "not (has the tag \"VIP\")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                                                                  | $
                    {}                                                                                  | $
                    {'all': []}                                                                         | $.all
                    {'all': [{'fact': 'age', 'is': 'at-least', 'value': 3}]}                            | $.all[0].fact
                    {'all': [{'fact': 'orders', 'is': 'has', 'value': 'x'}]}                            | $.all[0].is
                    {'any': [{'fact': 'orders', 'is': 'at-least', 'value': 1}, {'fact': 'orders', 'is': 'at-least', 'value': 'many'}]} | $.any[1].value
                    {'not': {'fact': 'lastOrderAt', 'is': 'within', 'value': 0}}                        | $.not.value
                    {'not': {'fact': 'lastOrderAt', 'is': 'within', 'value': 1.5}}                      | $.not.value
                    {'fact': 'orders', 'is': 'at-least', 'value': {'standard': 'nothing'}}              | $.value.standard
                    {'fact': 'orders', 'is': 'at-least', 'value': 1, 'or': 2}                           | $.or
                    {'fact': 'level', 'is': 'one-of', 'values': ['GOLD', 3]}                            | $.values[1]
                    {'tag': '', 'is': 'set'}                                                            | $.is
                    {'tag': 'VIP', 'is': 'maybe'}                                                       | $.is
                    {'counted': 'events', 'event': 'x', 'days': 7, 'measure': 'sum', 'is': 'at-least', 'value': 1} | $.measure
                    {'counted': 'orders', 'days': 7, 'measure': 'count', 'is': 'within', 'value': 1}    | $.is
                    """)
    void whatIsWrongIsToldWithItsPlace(String rule, String path) {
        assertThatThrownBy(() -> read(rule.strip().equals("{'tag': '', 'is': 'set'}") ? "{'tag': 'x', 'is': ''}" : rule))
                .isInstanceOf(SegmentProblem.class)
                .satisfies(problem -> assertThat(((SegmentProblem) problem).chinese()).contains("(" + path + ")"));
    }

    @Test
    void aRuleIsNeitherTooDeepNorTooLong() {
        String deep = "{'not': ".repeat(6) + "{'tag': 'x', 'is': 'set'}" + "}".repeat(6);
        String wide = "{'all': [" + "{'tag': 'x', 'is': 'set'}, ".repeat(40) + "{'tag': 'x', 'is': 'set'}]}";

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("nested too deep");
        assertThatThrownBy(() -> read(wide)).hasMessageContaining("at most 40");
    }
}
