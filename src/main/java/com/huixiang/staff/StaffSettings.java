package com.huixiang.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param silence a member whose browser has not been heard for this long is offline
 * @param sweep how often silent members are looked for
 * @param attempts wrong passwords for one login before it is locked out
 * @param attemptsWindow how long a wrong password counts
 * @param passwordLength fewest characters of a password
 * @param attemptsPerAddress attempts to sign in from one address at a stretch; one more comes back each two seconds; 0 is no limit
 */
@ConfigurationProperties("huixiang.staff")
public record StaffSettings(
        @DefaultValue("30s") Duration silence,
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("5") int attempts,
        @DefaultValue("15m") Duration attemptsWindow,
        @DefaultValue("10") int passwordLength,
        @DefaultValue("30") int attemptsPerAddress) {}
