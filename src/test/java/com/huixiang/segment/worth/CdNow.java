package com.huixiang.segment.worth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 2,357 customers of a music shop, in weeks: the data on which these models were published (see NOTICE). */
final class CdNow {

    record Buyer(Habit habit, double mean) {}

    static final List<Buyer> BUYERS = read();

    private CdNow() {}

    static Habits habits() {
        Habits habits = new Habits();
        BUYERS.forEach(each -> habits.add(each.habit(), 1));
        return habits;
    }

    static Spends spends() {
        Spends spends = new Spends();
        BUYERS.stream()
                .filter(each -> each.habit().repeats() > 0)
                .forEach(each -> spends.add(each.habit().repeats(), each.mean(), 1));
        return spends;
    }

    private static List<Buyer> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                CdNow.class.getResourceAsStream("/cdnow/customers.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Buyer(
                            new Habit(
                                    Integer.parseInt(cells[1]),
                                    Double.parseDouble(cells[2]),
                                    Double.parseDouble(cells[3])),
                            Double.parseDouble(cells[4])))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
