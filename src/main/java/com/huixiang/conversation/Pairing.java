package com.huixiang.conversation;

import com.huixiang.staff.StaffId;

/** This conversation goes to this agent. */
public record Pairing(ConversationId conversation, StaffId agent) {}
