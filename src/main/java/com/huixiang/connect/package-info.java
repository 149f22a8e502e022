/**
 * The API channel: how other systems write to us and hear from us. It owns the words API key (signs what comes in), webhook
 * (where we send what was said), delivery (one message to one webhook, with its tries) and dead letter (a delivery that was
 * given up and can be replayed). Messages in are signed and harmless when sent twice; messages out are signed, kept in rows
 * until they have arrived, and keep their order within a conversation (E-01). The door for events of shops' pages and other
 * systems is here too, because the keys and sites are (P-02); what the events are is for {@code journey} to say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "agenda", "audit", "staff", "customer", "conversation", "channel", "journey", "order"})
package com.huixiang.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
