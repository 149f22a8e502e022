package com.huixiang.segment.worth;

/** How likely he is not to come back in time; where one begins and the other ends is a standard. */
public enum Churn {
    LOW,
    MIDDLE,
    HIGH
}
