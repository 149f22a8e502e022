/**
 * The one record: what a customer and we said to each other, who holds the conversation, how urgent it is, how it ended.
 * Everybody comes to the record; the record calls nobody above. It owns the words conversation, message, assignment,
 * urgency, issue type, closure, category, attachment. It does not know bots, clocks, tickets or channels.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "audit", "search", "staff", "customer"})
package com.huixiang.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
