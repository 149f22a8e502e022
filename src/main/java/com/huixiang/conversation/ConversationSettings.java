package com.huixiang.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the machine.
 *
 * @param writeLanes  how many batches of messages may be committed side by side
 * @param writeBatch  most messages in one transaction
 * @param recallWithin how long the sender may take a message back
 * @param readingEvery how often read marks are written; between two writes they are only counted
 */
@ConfigurationProperties("huixiang.conversation")
record ConversationSettings(
        @DefaultValue("2") int writeLanes,
        @DefaultValue("500") int writeBatch,
        @DefaultValue("2m") Duration recallWithin,
        @DefaultValue("300ms") Duration readingEvery) {}
