package com.huixiang.reception;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import org.jspecify.annotations.Nullable;

/** A word that tells something: how urgent it is, and perhaps what it is about. */
record Keyword(String word, Urgency urgency, @Nullable IssueType issue) {}
