package com.huixiang.conversation;

/**
 * An entry that is committed. {@code before} is the conversation as it stood just before it. {@code again} means that it
 * had been written earlier and this sending changed nothing.
 */
record Written(Conversation before, Entry entry, Message message, boolean again) {}
