package org.supportpin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The starts as bars (SVG), in multiples of the floor, each with its lowest and highest round. */
final class Picture {

    private static final int ROW = 26;
    private static final int LEFT = 270;
    private static final int WIDTH = 480;

    private Picture() {}

    static void write(List<String> names, Function<String, Spread> figure, Path file) throws IOException {
        var most = names.stream().map(figure).mapToDouble(Spread::high).max().orElse(1);
        var height = names.size() * ROW + 40;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" role="img">
                <title>Time to the first answer, in multiples of the empty handler's cold start</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(LEFT + WIDTH + 70, height));
        for (int row = 0; row < names.size(); row++) {
            svg.append(bar(names.get(row), figure.apply(names.get(row)), row * ROW + 10, WIDTH / most));
        }
        svg.append("<text x=\"%d\" y=\"%d\" fill=\"#444\">× F: the cold start of an empty handler</text>%n</svg>%n"
                .formatted(LEFT, height - 10));
        Files.writeString(file, svg.toString());
    }

    private static String bar(String name, Spread spread, int top, double scale) {
        var colour = name.contains("Spring") || name.contains("Quarkus")
                ? "#b5651d"
                : name.contains("F)") ? "#888" : "#1f6f8b";
        return """
                <text x="%d" y="%d" text-anchor="end" fill="#222">%s</text>
                <rect x="%d" y="%d" width="%s" height="16" fill="%s"/>
                <path d="M%s %dH%s" stroke="#222" stroke-width="2"/>
                <text x="%s" y="%d" fill="#222">%s</text>
                """.formatted(
                        LEFT - 10,
                        top + 13,
                        name,
                        LEFT,
                        top,
                        at(spread.median() * scale),
                        colour,
                        at(LEFT + spread.low() * scale),
                        top + 8,
                        at(LEFT + spread.high() * scale),
                        at(LEFT + spread.high() * scale + 8),
                        top + 13,
                        Spread.number(spread.median()));
    }

    private static String at(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
