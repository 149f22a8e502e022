package com.huixiang.segment.worth;

import java.util.Arrays;

/**
 * The habits of all customers, each with how many have it: all that the likelihood needs to know. Grows with the number of
 * different habits, not with the number of customers.
 */
final class Habits {

    private int size;
    private int[] repeats = new int[256];
    private double[] last = new double[256];
    private double[] age = new double[256];
    private long[] customers = new long[256];
    private long all;
    private long returned;
    private int most;

    void add(Habit habit, long howMany) {
        if (size == repeats.length) {
            int larger = size * 2;
            repeats = Arrays.copyOf(repeats, larger);
            last = Arrays.copyOf(last, larger);
            age = Arrays.copyOf(age, larger);
            customers = Arrays.copyOf(customers, larger);
        }
        repeats[size] = habit.repeats();
        last[size] = habit.last();
        age[size] = habit.age();
        customers[size] = howMany;
        size++;
        all += howMany;
        returned += habit.repeats() > 0 ? howMany : 0;
        most = Math.max(most, habit.repeats());
    }

    int size() {
        return size;
    }

    Habit get(int group) {
        return new Habit(repeats[group], last[group], age[group]);
    }

    int repeats(int group) {
        return repeats[group];
    }

    double last(int group) {
        return last[group];
    }

    double age(int group) {
        return age[group];
    }

    long customers(int group) {
        return customers[group];
    }

    /** All customers. */
    long customers() {
        return all;
    }

    /** Who bought again. */
    long returned() {
        return returned;
    }

    int mostRepeats() {
        return most;
    }

    double meanAge() {
        double sum = 0;
        for (int group = 0; group < size; group++) {
            sum += age[group] * customers[group];
        }
        return sum / all;
    }

    /** How many bought again 0, 1, 2, … times; the last one is "so often or more". */
    long[] returnedHowOften(int bars) {
        long[] counts = new long[bars];
        for (int group = 0; group < size; group++) {
            counts[Math.min(repeats[group], bars - 1)] += customers[group];
        }
        return counts;
    }

    /** In another unit of time. */
    Habits scaled(double factor) {
        Habits scaled = new Habits();
        for (int group = 0; group < size; group++) {
            scaled.add(new Habit(repeats[group], last[group] * factor, age[group] * factor), customers[group]);
        }
        return scaled;
    }
}
