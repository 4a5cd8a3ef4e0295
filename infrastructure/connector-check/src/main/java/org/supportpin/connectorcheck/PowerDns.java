package org.supportpin.connectorcheck;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.dns.powerdns.PowerDnsSettings;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.ReadOnly.Exchange;
import org.supportpin.domain.identity.CustomerId;

/** PowerDNS: the server itself, and the members of a zone that decide what the connector can do with it. */
final class PowerDns implements Vendor {

    private static final Set<String> CHANGEABLE = Set.of("native", "master", "primary");
    private static final Set<String> RAISED = Set.of("DEFAULT", "INCREASE", "SOA-EDIT-INCREASE");

    private final PowerDnsSettings settings;
    private final SecretStore secrets;
    private final Clock clock;
    private final HttpCaller caller;

    PowerDns(PowerDnsSettings settings, SecretStore secrets, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
        this.caller = new HttpCaller(settings.endpoint(), Timeouts.USUAL);
    }

    /** The server: {@code GET /servers/:server_id}. */
    @Override
    public void read() {
        String key;
        try {
            key = secrets.open(settings.apiKey()).reveal();
        } catch (SecretUnavailable e) {
            return; // The store has noted which is missing.
        }
        var _ = caller.send("GET", server(), Map.of("X-API-Key", key, "Accept", "application/json"), Content.EMPTY);
    }

    private String server() {
        return "/api/v1/servers/" + settings.server();
    }

    @Override
    public void tell(List<Exchange> exchanges, Report report) {
        for (var exchange : exchanges) {
            var isServer = exchange.request().path().equals(server());
            switch (exchange.status()) {
                case 200 ->
                    Answers.json(exchange)
                            .ifPresentOrElse(
                                    found -> told(isServer, found, report),
                                    () -> report.problem(
                                            "The answer is not JSON.",
                                            "url must lead to PowerDNS's own webserver, without /api."));
                case 401, 403 ->
                    report.problem(
                            "PowerDNS rejected the API key.",
                            "The secret must be api-key of pdns.conf, and webserver-allow-from must name this machine.");
                case 404 -> {
                    if (isServer) {
                        report.problem(
                                "There is no server “" + settings.server() + "” at this address.",
                                "\"server\" is the server_id, localhost unless a proxy says otherwise; url is without /api.");
                    }
                }
                default ->
                    report.problem(
                            "PowerDNS answered with status " + exchange.status() + ".",
                            isServer
                                    ? "See its log."
                                    : "One record that it cannot parse does that: pdnsutil check-zone finds it.");
            }
        }
    }

    private void told(boolean isServer, Json.Obj found, Report report) {
        if (isServer) {
            server(found, report);
        } else {
            zone(found, report);
        }
    }

    private static void server(Json.Obj server, Report report) {
        var type = server.text("daemon_type").orElse("");
        if (!type.equals("authoritative")) {
            report.problem(
                    "This is no Authoritative Server, but daemon type “" + type + "”.",
                    "Point url to the Authoritative Server's API, not the Recursor's.");
            return;
        }
        report.ok("It accepts the API key, and is a PowerDNS Authoritative Server "
                + server.text("version").orElse("of unknown version") + ".");
    }

    private void zone(Json.Obj zone, Report report) {
        var kind = zone.text("kind").orElse("");
        if (CHANGEABLE.contains(kind.toLowerCase(Locale.ROOT))) {
            report.ok("The zone is of kind " + kind + ".");
        } else {
            report.problem(
                    "The zone is of kind " + kind + ": what is written here is lost at its next transfer.",
                    "Point the settings to the server on which the zone is Native or Master.");
        }
        var account = zone.text("account").orElse("");
        if (CustomerId.parse(account).asOptional().isEmpty()) {
            report.problem(
                    account.isEmpty()
                            ? "The zone's account is empty, so it belongs to nobody."
                            : "The zone's account is no customer id.",
                    "Set it to the customer's id, as in the panel's tokens (sub): pdnsutil set-account ZONE ID.");
        }
        serial(zone, report);
        if (zone.get("dnssec").equals(Optional.of(Json.of(true)))) {
            report.note(
                    "The zone is signed.",
                    zone.get("api_rectify").equals(Optional.of(Json.of(true)))
                            ? "Nothing to do: API-RECTIFY is on. A zone whose signatures come from elsewhere must not be changed here."
                            : "The server must rectify it after each change: default-api-rectify=yes, or pdnsutil set-meta ZONE API-RECTIFY 1.");
        }
    }

    private void serial(Json.Obj zone, Report report) {
        var how = zone.text("soa_edit_api").orElse("");
        if (RAISED.contains(how)) {
            report.ok("The server raises the serial at each change (soa_edit_api " + how + ").");
        } else if (how.equals("EPOCH")) {
            if (isAhead(zone)) {
                report.problem(
                        "soa_edit_api is EPOCH, but the serial is ahead of the clock: a change would set it back, and secondaries would not fetch it.",
                        "pdnsutil set-meta ZONE SOA-EDIT-API DEFAULT");
            }
        } else {
            report.note(
                    "soa_edit_api is " + (how.isEmpty() ? "empty" : how)
                            + ": the server does not raise the serial by itself when the API changes the zone.",
                    "If the zone has secondaries, let the server do it: pdnsutil set-meta ZONE SOA-EDIT-API DEFAULT");
        }
    }

    private boolean isAhead(Json.Obj zone) {
        return zone.get("serial").orElse(Json.Null.NULL) instanceof Json.Num(var serial)
                && serial.compareTo(BigDecimal.valueOf(clock.instant().getEpochSecond())) > 0;
    }
}
