package org.supportpin.connectorcheck;

import java.time.Duration;
import java.util.List;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.Lost;
import org.supportpin.backoffice.http.Reply.NotSent;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.ReadOnly.Exchange;

/** Whether the system was reached, and how fast it answered. */
final class Transport {

    private static final Duration SLOW = Duration.ofSeconds(1);

    private Transport() {}

    static void tell(List<Exchange> exchanges, Report report) {
        for (var exchange : exchanges) {
            switch (exchange.reply()) {
                case NotSent<?>(var why) -> report.problem("The system was not reached: " + why + ".", notSent(why));
                case Lost<?>(var why) ->
                    report.problem(
                            "The system was reached, but gave no complete answer: " + why + ".",
                            "A deployment waits 2.5 seconds. Is it the right port, does it expect TLS, and does it or a firewall drop callers from this machine's address?");
                case Answered<?> _ -> {}
            }
        }
        var answered = answered(exchanges);
        var times = answered.stream().map(Exchange::took).sorted().toList();
        if (!times.isEmpty()) {
            report.ok(
                    "The system answered %s: the fastest took %d ms, the slowest %d ms (the first includes this program's own start)."
                            .formatted(
                                    times.size() == 1 ? "one call" : times.size() + " calls",
                                    times.getFirst().toMillis(),
                                    times.getLast().toMillis()));
            if (times.getFirst().compareTo(SLOW) > 0) {
                report.note(
                        "That is slow.",
                        "A deployment waits 2.5 seconds for each call, and an action makes several within ten.");
            }
        }
    }

    static List<Exchange> answered(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(each -> each.reply() instanceof Answered<?>)
                .toList();
    }

    private static String notSent(String why) {
        return switch (why) {
            case "no connection" ->
                "Check host and port in url, and that a firewall lets this machine in. The functions come from another address: let that in too.";
            case "the TLS handshake failed" ->
                "Its certificate must be valid for the host name and issued by an authority that the JDK trusts.";
            case "the host name does not resolve" -> "Check the host name in url.";
            case "the host is not in the configured network" ->
                "Set \"network\" to where the host's address is: public, private or loopback.";
            default -> "See above.";
        };
    }
}
