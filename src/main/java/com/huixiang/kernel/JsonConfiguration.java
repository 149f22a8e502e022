package com.huixiang.kernel;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.EnumNamingStrategies;

/** One spelling on every wire: enum constants travel as {@code high-value}, never as {@code HIGH_VALUE}. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer kebabEnums() {
        return mapper -> mapper.enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE);
    }
}
