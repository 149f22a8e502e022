package com.huixiang.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Only where the demo is on ({@code HUIXIANG_DEMO=on}). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
// Spring's own condition for switches knows "true" only; people write "on".
@ConditionalOnExpression("'${huixiang.demo:off}' matches '(?i)on|true|yes|1'")
public @interface InDemo {}
