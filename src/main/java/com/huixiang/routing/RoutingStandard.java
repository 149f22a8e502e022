package com.huixiang.routing;

import java.time.Duration;

/**
 * The numbers a supervisor sets.
 *
 * @param dedicatedWait how long a customer waits for his own agent who is on line but full
 * @param relaxLevel after each such wait one skill level less will do
 * @param overflow after this wait the overflow group helps
 * @param silence after this wait an unanswered customer is taken from his agent
 */
record RoutingStandard(Duration dedicatedWait, Duration relaxLevel, Duration overflow, Duration silence) {}
