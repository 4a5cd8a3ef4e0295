package org.supportpin.deploymentcheck;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Reply.Answered;
import org.supportpin.deploymentcheck.Reply.NoAnswer;

/** The API itself: that it answers, what time it has, and that it lets the pages in. */
final class Service {

    /** JWTs are commonly allowed as much, and HTTP's dates have seconds only. */
    static final Duration LEEWAY = Duration.ofSeconds(30);

    /** No panel can have it (RFC 2606). */
    private static final String FOREIGN = "https://support-pin-check.invalid";

    private final Web web;
    private final Deployed deployed;
    private final Report report;
    private boolean answers;
    private @Nullable Duration ahead;

    Service(Web web, Deployed deployed, Report report) {
        this.web = web;
        this.deployed = deployed;
        this.report = report;
    }

    /** Tells whether it answers; if not, nothing that needs it can be looked at. */
    void look() throws InterruptedException {
        switch (web.call("GET", deployed.at("/v1/keys"))) {
            case NoAnswer none -> {
                report.problem(
                        "The API cannot be reached: GET /v1/keys " + none.says() + ".",
                        "Check -Dapi: it is the output ApiUrl of the stack.");
                report.note("Routes, tokens and origins were not tried.", "They need the API.");
            }
            case Answered answer -> {
                answers = true;
                keys(answer);
                time(answer);
            }
        }
    }

    /** Whether it answered at all. */
    boolean answers() {
        return answers;
    }

    /** How far its clock is ahead of this machine's; empty if it did not say. */
    Optional<Duration> ahead() {
        return Optional.ofNullable(ahead);
    }

    /** The real time, as far as it is known: the service's, if this machine's is far from it. */
    Clock clock(Clock own) {
        return ahead().filter(each -> each.abs().compareTo(LEEWAY) > 0)
                .map(each -> Clock.offset(own, each))
                .orElse(own);
    }

    private void keys(Answered answer) {
        var published = answer.object()
                .flatMap(keys -> keys.get("keys"))
                .filter(keys -> keys instanceof Json.Arr(var all) && !all.isEmpty())
                .isPresent();
        if (published) {
            report.ok("The API answers, and publishes the keys of its receipts.");
        } else {
            report.problem(
                    "GET /v1/keys " + answer.says() + " without keys.",
                    answer.advice("Is -Dapi this service's API? Look into the log of KeysFunction."));
        }
    }

    private void time(Answered answer) {
        ahead = answer.ahead().orElse(null);
        if (ahead == null) {
            report.note("The API's answers bear no date, so clocks were not compared.", "");
        } else if (ahead.abs().compareTo(LEEWAY) > 0) {
            report.problem(
                    "This machine's clock and the service's are %d seconds apart."
                            .formatted(ahead.abs().toSeconds()),
                    "Set this machine's clock by NTP. Where tokens are issued, such a clock makes them expired or not valid yet.");
        } else {
            report.ok("This machine and the service have the same time.");
        }
    }

    /** Whether the pages may call it, and no others. */
    void origins() throws InterruptedException {
        var origins = deployed.origins();
        if (origins.isEmpty()) {
            report.note("Whether your pages may call the API was not looked at.", "Give -Dorigins or -Dstack.");
        }
        for (var origin : origins) {
            switch (preflight(origin.text())) {
                case NoAnswer none ->
                    report.problem(
                            "Whether pages of " + origin + " may call the API was not seen: OPTIONS " + none.says()
                                    + ".",
                            none.advice(""));
                case Answered answer
                when lets(answer, origin.text()) -> report.ok("Pages of " + origin + " may call the API.");
                case Answered answer ->
                    report.problem(
                            "Pages of " + origin + " may not call the API."
                                    + (answer.succeeded() ? "" : " OPTIONS " + answer.says() + "."),
                            answer.advice(
                                    "Add exactly this origin to AllowedOrigins: scheme, name and port, without a path or a slash."));
            }
        }
        if (preflight(FOREIGN) instanceof Answered answer && lets(answer, FOREIGN)) {
            report.problem(
                    "Pages of any origin may call the API.",
                    "Name the origins of your pages in AllowedOrigins. If something before the API adds the header, take it out.");
        }
    }

    /** Asks as a browser does before the bar's first call. */
    private Reply preflight(String origin) throws InterruptedException {
        return web.call(
                "OPTIONS",
                deployed.at("/v1/panel/support-pin"),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "authorization,if-none-match");
    }

    private static boolean lets(Answered answer, String origin) {
        return answer.succeeded()
                && answer.header("access-control-allow-origin")
                        .filter(allowed -> allowed.equals(origin) || allowed.equals("*"))
                        .isPresent();
    }
}
