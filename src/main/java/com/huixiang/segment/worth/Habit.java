package com.huixiang.segment.worth;

/**
 * How one customer buys, in days (or any other unit) since his first purchase.
 *
 * @param repeats days with a purchase after the first one
 * @param last when the last of them was; 0 without any
 * @param age how long he has been watched
 */
record Habit(int repeats, double last, double age) {

    static final Habit NEW = new Habit(0, 0, 0);

    Habit {
        if (repeats < 0 || last < 0 || age < last || repeats == 0 && last > 0) {
            throw new IllegalArgumentException("no such habit: " + repeats + " " + last + " " + age);
        }
    }
}
