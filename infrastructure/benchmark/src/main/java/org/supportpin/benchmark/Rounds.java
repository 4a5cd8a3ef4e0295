package org.supportpin.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Figures by measurement, one per round. Each round measures everything, in another order. */
final class Rounds {

    /** Something that is measured once per round; the same name means the same measurement again. */
    interface Measured {
        String name();

        Map<String, Double> measure() throws Exception;
    }

    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    /** Runs all rounds; an extra first one is discarded, because files are not in memory yet. */
    static Rounds run(String what, List<? extends Measured> all, int rounds) throws Exception {
        var result = new Rounds();
        all.forEach(each -> result.figures.put(each.name(), new LinkedHashMap<>()));
        var order = new ArrayList<>(all);
        var random = new Random(rounds);
        for (int round = 0; round <= rounds; round++) {
            Collections.shuffle(order, random);
            System.out.printf("%s: round %d of %d%n", what, round, rounds);
            var once = new Rounds();
            for (var each : order) {
                each.measure()
                        .forEach((figure, value) ->
                                once.list(each.name(), figure).add(value));
            }
            if (round > 0) {
                once.figures.forEach((name, measured) -> measured.forEach((figure, values) ->
                        result.list(name, figure).add(Spread.of(values).median())));
            }
        }
        return result;
    }

    private List<Double> list(String name, String figure) {
        return figures.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                .computeIfAbsent(figure, _ -> new ArrayList<>());
    }

    Spread spread(String name, String figure) {
        return Spread.of(list(name, figure));
    }

    /** One figure divided by another of the same round: only ratios can be compared between machines. */
    Spread ratio(String name, String figure, String by) {
        return ratio(name, figure, by, figure);
    }

    Spread ratio(String name, String figure, String by, String byFigure) {
        var ratios = new ArrayList<Double>();
        var divisors = list(by, byFigure);
        for (int round = 0; round < divisors.size(); round++) {
            ratios.add(list(name, figure).get(round) / divisors.get(round));
        }
        return Spread.of(ratios);
    }
}
