package org.supportpin.deploymentcheck;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.command.Report;

/** The API itself: that it answers, keeps those without a token out, lets the pages in, and what time it has. */
final class Service {

    /** JWTs are commonly allowed as much, and HTTP's dates have seconds only. */
    static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final List<String> CLOSED =
            List.of("/v1/panel/support-pin", "/v1/agent/actions", "/v1/audit/rotation-reports");

    /** No panel can have it (RFC 2606). */
    private static final String FOREIGN = "https://support-pin-check.invalid";

    private final Web web;
    private final Deployed deployed;
    private final Clock clock;
    private final Report report;
    private @Nullable Instant time;

    Service(Web web, Deployed deployed, Clock clock, Report report) {
        this.web = web;
        this.deployed = deployed;
        this.clock = clock;
        this.report = report;
    }

    void check() throws InterruptedException {
        var keys = web.call("GET", deployed.api() + "/v1/keys");
        if (keys.isEmpty()) {
            report.problem("The API cannot be reached.", "Check -Dapi: it is the output ApiUrl of the stack.");
            return;
        }
        keys(keys.get());
        time(keys.get());
        for (var path : CLOSED) {
            closed(path);
        }
        origins();
    }

    /** By its clock; empty if it did not say. */
    Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    private void keys(HttpResponse<byte[]> answer) {
        var published = answer.statusCode() == 200
                && JsonText.readObject(answer.body())
                        .flatMap(keys -> keys.get("keys"))
                        .filter(keys -> keys instanceof Json.Arr(var all) && !all.isEmpty())
                        .isPresent();
        if (published) {
            report.ok("The API answers, and publishes the keys of its receipts.");
        } else {
            report.problem(
                    "GET /v1/keys answers " + answer.statusCode() + " without keys.",
                    "Is -Dapi this service's API? Look into the log of KeysFunction.");
        }
    }

    /** When an answer was given; empty without a date. */
    static Optional<Instant> date(HttpResponse<?> answer) {
        try {
            return answer.headers()
                    .firstValue("date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void time(HttpResponse<byte[]> answer) {
        var date = date(answer);
        if (date.isEmpty()) {
            report.note("The API's answers bear no date, so clocks were not compared.", "");
            return;
        }
        time = date.get();
        var apart = Duration.between(date.get(), clock.instant()).abs();
        if (apart.compareTo(LEEWAY) > 0) {
            report.problem(
                    "This machine's clock and the service's are %d seconds apart.".formatted(apart.toSeconds()),
                    "Set this machine's clock by NTP. Where tokens are issued, such a clock makes them expired or not valid yet.");
        } else {
            report.ok("This machine and the service have the same time.");
        }
    }

    private void closed(String path) throws InterruptedException {
        int status = web.call("GET", deployed.api() + path)
                .map(HttpResponse::statusCode)
                .orElse(0);
        if (status == 401) {
            report.ok("GET " + path + " is closed without a token.");
        } else {
            report.problem(
                    "GET " + path + " without a token answers " + (status == 0 ? "nothing" : status) + " and not 401.",
                    "If something stands before the API, it must pass the header Authorization on, and everything under /v1/.");
        }
    }

    private void origins() throws InterruptedException {
        var origins = deployed.origins();
        if (origins.isEmpty()) {
            report.note("Whether your pages may call the API was not looked at.", "Give -Dorigins or -Dstack.");
        }
        for (var origin : origins) {
            if (allowed(origin)) {
                report.ok("Pages of " + origin + " may call the API.");
            } else {
                report.problem(
                        "Pages of " + origin + " may not call the API.",
                        "Add exactly this origin to AllowedOrigins: scheme, name and port, without a path or a slash.");
            }
        }
        if (allowed(FOREIGN)) {
            report.problem(
                    "Pages of any origin may call the API.",
                    "Name the origins of your pages in AllowedOrigins. If something before the API adds the header, take it out.");
        }
    }

    /** Asks as a browser does before the bar's first call. */
    private boolean allowed(String origin) throws InterruptedException {
        return web.call(
                        "OPTIONS",
                        deployed.api() + "/v1/panel/support-pin",
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "GET",
                        "Access-Control-Request-Headers",
                        "authorization,if-none-match")
                .filter(answer -> answer.statusCode() < 300)
                .flatMap(answer -> answer.headers().firstValue("access-control-allow-origin"))
                .filter(allowed -> allowed.equals(origin) || allowed.equals("*"))
                .isPresent();
    }

    /** Calls a reading route with the token, and one of the other realm, which must be closed to it. */
    void tryOut(Realm realm, String token) throws InterruptedException {
        int status = status(realm.route(), token);
        switch (status) {
            case 401 ->
                report.problem(
                        "The API does not accept the token of " + realm.whose() + ".",
                        "Issuer, audience, signature or time are wrong; the other findings say which.");
            case 403 ->
                report.problem(
                        "The token of " + realm.whose() + " passes, but may not do what it has to.",
                        "A scope or a claim is missing; the function's log names it in the field claims.");
            case 200, 404, 409 -> report.ok("The API accepts the token of " + realm.whose() + ".");
            default ->
                report.problem(
                        "With the token of " + realm.whose() + " GET " + realm.route() + " answers " + status + ".",
                        "Look into the function's log.");
        }
        for (var other : Realm.values()) {
            if (other != realm && status(other.route(), token) < 400) {
                report.problem(
                        "The token of " + realm.whose() + " opens a route of the others.",
                        "Panel and agents need issuers or audiences of their own.");
            }
        }
    }

    private int status(String route, String token) throws InterruptedException {
        return web.call("GET", deployed.api() + route, "Authorization", "Bearer " + token)
                .map(HttpResponse::statusCode)
                .orElse(0);
    }
}
