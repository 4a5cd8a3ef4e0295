package org.supportpin.deploymentcheck;

import java.util.List;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Reply.Answered;

/** What opens which route: nothing without a token, and each token those of its own realm alone. */
final class Routes {

    private static final List<String> CLOSED =
            List.of("/v1/panel/support-pin", "/v1/agent/actions", "/v1/audit/rotation-reports");

    private final Web web;
    private final Deployed deployed;
    private final Report report;

    Routes(Web web, Deployed deployed, Report report) {
        this.web = web;
        this.deployed = deployed;
        this.report = report;
    }

    /** Calls without a token. */
    void closed() throws InterruptedException {
        for (var path : CLOSED) {
            var reply = web.call("GET", deployed.at(path));
            if (reply instanceof Answered answer && answer.status() == 401) {
                report.ok("GET " + path + " is closed without a token.");
            } else {
                report.problem(
                        "GET " + path + " without a token " + reply.says() + " and not 401.",
                        reply.advice(
                                "If something stands before the API, it must pass the header Authorization on, and everything under /v1/."));
            }
        }
    }

    /** Calls a reading route with the token, and one of the other realm, which must be closed to it. */
    void tryOut(Realm realm, String token) throws InterruptedException {
        own(realm, call(realm, token));
        for (var other : Realm.values()) {
            if (other != realm) {
                foreign(realm, other, call(other, token));
            }
        }
    }

    private Reply call(Realm realm, String token) throws InterruptedException {
        return web.call("GET", deployed.at(realm.route()), "Authorization", "Bearer " + token);
    }

    private void own(Realm realm, Reply reply) {
        int status = reply instanceof Answered answer ? answer.status() : 0;
        switch (status) {
            case 401 ->
                report.problem(
                        "The API does not accept the token of " + realm.whose() + ".",
                        "Issuer, audience, signature or time are wrong; the other findings say which.");
            case 403 ->
                report.problem(
                        "The token of " + realm.whose() + " passes, but may not do what it has to.",
                        "A scope or a claim is missing; the function's log names it in the field claims.");
            // 409: something else changed the customer at the same time.
            case 200, 409 -> report.ok("The API accepts the token of " + realm.whose() + ".");
            default ->
                report.problem(
                        "With the token of " + realm.whose() + " GET " + realm.route() + " " + reply.says() + ".",
                        reply.advice("Look into the function's log."));
        }
    }

    private void foreign(Realm realm, Realm other, Reply reply) {
        if (reply instanceof Answered answer && answer.succeeded()) {
            report.problem(
                    "The token of " + realm.whose() + " opens a route of the others.",
                    "Panel and agents need issuers or audiences of their own.");
        } else if (!(reply instanceof Answered answer && (answer.status() == 401 || answer.status() == 403))) {
            report.problem(
                    "Whether the token of " + realm.whose() + " opens a route of the others was not seen: GET "
                            + other.route() + " " + reply.says() + ".",
                    reply.advice("Look into the function's log."));
        }
    }
}
