package com.huixiang;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test: the tables of a fresh installation, and a clock that is right. */
final class FreshTables implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        var house = SpringExtension.getApplicationContext(test);
        house.getBean(SettableClock.class).reset();
        house.getBean(TestTables.class).restore();
        house.getBeansOfType(BetweenTests.class).values().forEach(BetweenTests::forget);
    }
}
