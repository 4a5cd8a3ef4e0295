package org.supportpin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.benchmark.load.Load;
import org.supportpin.benchmark.profile.Threads;
import org.supportpin.local.contract.ProjectFiles;

/** Writes the figures as tables between the markers in docs/measurements.md. */
final class Report {

    private Report() {}

    private record Row(String name, String goal) {}

    private static final List<Row> STARTS = List.of(
            new Row(Starts.FLOOR, ""),
            new Row(Starts.BARE, ""),
            new Row(Starts.BARE_PIN, ""),
            new Row(Starts.PIN, "≤ 6"),
            new Row("activation", "≤ 6"),
            new Row("SMS", "≤ 6"),
            new Row("verification", "≤ 6"),
            new Row("action", "≤ 6"),
            new Row("audit", "≤ 6"),
            new Row("recovery", "≤ 6"),
            new Row("rotation audit", "≤ 6"),
            new Row("current PIN, TLS", ""),
            new Row(Starts.PIN_AOT, "≤ 3"),
            new Row(Starts.VERIFICATION_AOT, "≤ 3"),
            new Row(Starts.SPRING, ""),
            new Row(Starts.QUARKUS, ""),
            new Row(Starts.FLOOR_RESTORED, ""),
            new Row("current PIN, restored, not primed", ""),
            new Row(Starts.PIN_PRIMED, "≤ 0.5"),
            new Row("verification, restored, not primed", ""),
            new Row(Starts.VERIFICATION_PRIMED, "≤ 0.5"));

    static void starts(Rounds rounds, int count) throws IOException {
        starts("starts", STARTS, rounds, count, "docs/cold-starts.svg");
    }

    static void peers(Rounds rounds, int count) throws IOException {
        var rows = Starts.PEERS.stream().map(name -> new Row(name, "")).toList();
        starts("peers", rows, rounds, count, "docs/peers.svg");
    }

    private static void starts(String section, List<Row> rows, Rounds rounds, int count, String picture)
            throws IOException {
        var text = new StringBuilder(head(count)).append("""

                        | from start, or restore, to the first answer | ms | × F | goal, × F | processor ms |
                        |---|---|---|---|---|
                        """);
        for (var row : rows) {
            text.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            row.name(),
                            rounds.spread(row.name(), Starts.MS).text(),
                            rounds.ratio(row.name(), Starts.MS, Starts.FLOOR).text(),
                            row.goal(),
                            rounds.spread(row.name(), Starts.CPU).text()));
        }
        text.append("\n| goal | figure | of the processor's time | goal |\n|---|---|---|---|\n")
                .append(compared(rounds, "6, Spring Cloud Function by ours", Starts.SPRING, Starts.PIN, "≥ 3.5"))
                .append(compared(rounds, "6, Quarkus by ours", Starts.QUARKUS, Starts.PIN, "≥ 1.5"))
                .append(compared(rounds, "6, ours by its two calls made bare", Starts.PIN, Starts.BARE_PIN, "≤ 1.15"));
        put(section, text.toString());
        Picture.write(
                rows.stream().map(Row::name).toList(),
                name -> rounds.ratio(name, Starts.MS, Starts.FLOOR),
                ProjectFiles.root().resolve(picture));
    }

    static void warm(Rounds rounds, List<String> names, int count) throws IOException {
        var text = new StringBuilder(head(count))
                .append("\n| warm | p50 ms | p99 ms | CPU ms a call | peak memory, MB |\n|---|---|---|---|---|\n");
        for (var name : names) {
            text.append("| ").append(name);
            Warm.FIGURES.forEach(figure ->
                    text.append(" | ").append(rounds.spread(name, figure).text()));
            text.append(" |\n");
        }
        text.append("\n| goal | figure | goal |\n|---|---|---|\n");
        for (var over : List.of("", ", TLS")) {
            text.append(row(
                    "1.0: unchanged PIN, p50 by the empty handler's" + over,
                    rounds.ratio(Warm.UNCHANGED + over, Warm.P50, Warm.FLOOR),
                    "≤ 4.5"));
            text.append(row(
                    "7, unchanged PIN by one bare query, p50" + over,
                    rounds.ratio(Warm.UNCHANGED + over, Warm.P50, Warm.QUERY + over),
                    over.isEmpty() ? "" : "≤ 1.1"));
            text.append(row(
                    "1.0: its CPU by the empty handler's" + over,
                    rounds.ratio(Warm.UNCHANGED + over, Warm.CPU, Warm.FLOOR),
                    "≤ 6"));
            text.append(
                    row("the same, CPU" + over, rounds.ratio(Warm.UNCHANGED + over, Warm.CPU, Warm.QUERY + over), ""));
            text.append(row(
                    "7, verification by its three calls made bare, p50" + over,
                    rounds.ratio(Warm.VERIFICATION + over, Warm.P50, Warm.BARE + over),
                    over.isEmpty() ? "" : "≤ 1.15"));
            text.append(row(
                    "the same, CPU" + over, rounds.ratio(Warm.VERIFICATION + over, Warm.CPU, Warm.BARE + over), ""));
        }
        put("warm", text.toString());
    }

    static void apart(Rounds rounds, List<String> names, int count) throws IOException {
        var text = new StringBuilder(head(count))
                .append("\n| ms a call | %s |%n|---|%s%n"
                        .formatted(String.join(" | ", names), "---|".repeat(names.size())));
        Stream.of(List.of(Warm.P50), Apart.KINDS, Apart.PURPOSES)
                .flatMap(List::stream)
                .forEach(figure -> text.append("| %s | %s |%n"
                        .formatted(
                                figure,
                                names.stream()
                                        .map(name -> rounds.spread(name, figure).text())
                                        .collect(Collectors.joining(" | ")))));
        text.append("\n| goal | figure | goal |\n|---|---|---|\n")
                .append(row(
                        "7, unchanged PIN by one bare query, p50",
                        rounds.ratio(Warm.UNCHANGED, Warm.P50, Warm.QUERY),
                        "≤ 1.1"))
                .append(row(
                        "the same, the processor's time of the code",
                        rounds.ratio(Warm.UNCHANGED, Threads.JAVA, Warm.QUERY),
                        ""))
                .append(row(
                        "7, verification by its three calls made bare, p50",
                        rounds.ratio(Warm.VERIFICATION, Warm.P50, Warm.BARE),
                        "≤ 1.15"))
                .append(row(
                        "the same, the processor's time of the code",
                        rounds.ratio(Warm.VERIFICATION, Threads.JAVA, Warm.BARE),
                        ""));
        put("apart", text.toString());
    }

    static void micro(Rounds rounds, List<String> names, int count) throws IOException {
        var text = new StringBuilder(head(count)).append("\n| JMH | ns |\n|---|---|\n");
        for (var name : names) {
            text.append("| %s | %s |%n"
                    .formatted(name, rounds.spread(name, Micro.NS).text()));
        }
        text.append("\n| goal | figure | goal |\n|---|---|---|\n")
                .append(row("1.0: a PIN by the HMAC in it", rounds.ratio(Micro.PIN, Micro.NS, Micro.HMAC), "≤ 1.6"));
        put("micro", text.toString());
    }

    static void audit(Rounds rounds, List<String> names, int entries, int count) throws IOException {
        var text = new StringBuilder(head(count))
                .append("N is %d entries.%n%n| audit | ms | read units an entry |%n|---|---|---|%n".formatted(entries));
        for (var name : names) {
            text.append("| %s | %s | %s |%n"
                    .formatted(
                            name,
                            rounds.spread(name, Audits.MS).text(),
                            rounds.spread(name, Audits.UNITS).text()));
        }
        text.append("\n| goal | figure | goal |\n|---|---|---|\n")
                .append(row("1.0: 2 N by N", rounds.ratio(Audits.name(2, 1), Audits.MS, Audits.name(1, 1)), "≤ 2.1"))
                .append(row("1.0: 4 N by 2 N", rounds.ratio(Audits.name(4, 1), Audits.MS, Audits.name(2, 1)), "≤ 2.1"))
                .append(row("1.0: read units an entry", rounds.spread(Audits.name(4, 1), Audits.UNITS), "≤ 0.25"));
        put("audit", text.toString());
    }

    static void load(Rounds rounds, Load load, int count) throws IOException {
        var text = new StringBuilder(head(count))
                .append("\n| at p99 ≤ 250 ms | |\n|---|---|\n| calls a second | %s |%n"
                        .formatted(rounds.spread(Load.RATE, Load.RATE).text()));
        Load.kinds().stream()
                .flatMap(kind -> Stream.of(Load.p50(kind), Load.p99(kind)))
                .forEach(figure -> text.append("| %s | %s |%n"
                        .formatted(figure, rounds.spread(Load.RATE, figure).text())));
        Load.PROCESSES.forEach(process -> text.append("| %s | %s |%n"
                .formatted(process, rounds.spread(Load.RATE, process).text())));
        text.append("\n| of the time of gateway, functions and KMS | % |\n|---|---|\n");
        load.profile()
                .forEach((part, share) -> text.append("| %s | %s |%n".formatted(part, Spread.number(100 * share))));
        put("load", text.toString());
    }

    static void local(Rounds rounds, int count) throws IOException {
        put(
                "local",
                head(count) + "\n| goal | seconds | goal |\n|---|---|---|\n"
                        + row(
                                "12, `mvn -Plocal`, once built, to healthy",
                                rounds.spread(Local.NAME, Local.SECONDS),
                                "≤ 8"));
    }

    private static String compared(Rounds rounds, String what, String name, String by, String goal) {
        return "| %s | %s | %s | %s |%n"
                .formatted(
                        what,
                        rounds.ratio(name, Starts.MS, by).text(),
                        rounds.ratio(name, Starts.CPU, by).text(),
                        goal);
    }

    private static String row(String what, Spread figure, String goal) {
        return "| %s | %s | %s |%n".formatted(what, figure.text(), goal);
    }

    private static String head(int rounds) {
        return "%s, %d rounds, %d processors (%s), Java %s. Medians; in brackets the lowest and the highest round.%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        rounds,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"),
                        Runtime.version());
    }

    /** Replaces the text between the markers of a section. */
    static void put(String section, String text) throws IOException {
        System.out.println(text);
        Path page = ProjectFiles.root().resolve("docs/measurements.md");
        var old = Files.readString(page);
        var begin = "<!-- benchmark: " + section + " -->\n";
        var end = "<!-- end: " + section + " -->";
        int from = old.indexOf(begin);
        int to = old.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("docs/measurements.md has no section " + section);
        }
        Files.writeString(page, old.substring(0, from + begin.length()) + text + old.substring(to));
    }
}
