package com.huixiang.segment.worth;

import java.util.Arrays;

/** What those who came back spend each time: how often, and how much on average. Equal ones are counted together. */
final class Spends {

    private int size;
    private int[] repeats = new int[256];
    private double[] mean = new double[256];
    private long[] customers = new long[256];
    private long all;
    private int most;

    void add(int howOften, double onAverage, long howMany) {
        if (howOften < 1 || !(onAverage > 0)) {
            throw new IllegalArgumentException("no such spending: " + howOften + " " + onAverage);
        }
        if (size == repeats.length) {
            repeats = Arrays.copyOf(repeats, size * 2);
            mean = Arrays.copyOf(mean, size * 2);
            customers = Arrays.copyOf(customers, size * 2);
        }
        repeats[size] = howOften;
        mean[size] = onAverage;
        customers[size] = howMany;
        size++;
        all += howMany;
        most = Math.max(most, howOften);
    }

    int size() {
        return size;
    }

    int repeats(int group) {
        return repeats[group];
    }

    double mean(int group) {
        return mean[group];
    }

    long customers(int group) {
        return customers[group];
    }

    long customers() {
        return all;
    }

    int mostRepeats() {
        return most;
    }

    double overallMean() {
        double sum = 0;
        for (int group = 0; group < size; group++) {
            sum += mean[group] * customers[group];
        }
        return sum / all;
    }

    /** The spending model assumes that who buys often does not spend more or less each time: near 0 is good. */
    double correlation() {
        double n = all;
        double sumX = 0;
        double sumY = 0;
        for (int group = 0; group < size; group++) {
            sumX += (double) repeats[group] * customers[group];
            sumY += mean[group] * customers[group];
        }
        double both = 0;
        double ofX = 0;
        double ofY = 0;
        for (int group = 0; group < size; group++) {
            double dx = repeats[group] - sumX / n;
            double dy = mean[group] - sumY / n;
            both += dx * dy * customers[group];
            ofX += dx * dx * customers[group];
            ofY += dy * dy * customers[group];
        }
        return ofX == 0 || ofY == 0 ? 0 : both / Math.sqrt(ofX * ofY);
    }

    Spends scaled(double factor) {
        Spends scaled = new Spends();
        for (int group = 0; group < size; group++) {
            scaled.add(repeats[group], mean[group] * factor, customers[group]);
        }
        return scaled;
    }
}
