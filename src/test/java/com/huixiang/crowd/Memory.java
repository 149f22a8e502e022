package com.huixiang.crowd;

/** How much of a conversation a virtual person remembers. */
public enum Memory {
    EVERYTHING,
    /** Only where he stands: enough to notice a gap, cheap enough for load. */
    LAST_MESSAGE
}
