package org.supportpin.connectorcheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.supportpin.backoffice.hosting.plesk.PleskSettings;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.ReadOnly.Exchange;
import org.w3c.dom.Element;

/** Plesk: its version, its errors, PHP handlers, external ids, and whether Fail2Ban can be asked. */
final class Plesk implements Vendor {

    private static final String SERVER = "/api/v2/server";
    private static final String XML_API = "/enterprise/control/agent.php";
    private static final String BANS = "/api/v2/cli/ip_ban/call";
    private static final String NONE = "";

    /** Nothing found. */
    private static final Set<String> NOT_THERE = Set.of("1013", "1015");

    private final PleskSettings settings;
    private final SecretStore secrets;
    private final HttpCaller caller;

    Plesk(PleskSettings settings, SecretStore secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.caller = new HttpCaller(settings.endpoint(), Timeouts.USUAL);
    }

    /** The server: {@code GET /api/v2/server}; and its bans, which need Fail2Ban. */
    @Override
    public void read() {
        String key;
        try {
            key = secrets.open(settings.secretKey()).reveal();
        } catch (SecretUnavailable e) {
            return; // The store has noted which is missing.
        }
        var headers = Map.of("X-API-Key", key, "Accept", "application/json");
        var _ = caller.send("GET", SERVER, headers, Content.EMPTY);
        if (settings.fail2ban()) {
            var json = Map.of("X-API-Key", key, "Content-Type", "application/json");
            var _ = caller.send("POST", BANS, json, Content.of("{\"params\":[\"--banned\"]}"));
        }
    }

    @Override
    public void tell(List<Exchange> exchanges, Report report) {
        for (var exchange : exchanges) {
            var path = exchange.request().path();
            if (path.equals("/includes/api.php")) {
                continue;
            }
            switch (exchange.status()) {
                case 200 -> told(path, exchange, report);
                case 401, 403 ->
                    report.problem(
                            "Plesk rejected the key.",
                            "Create one for this machine's address: plesk bin secret_key --create -ip-address ADDRESS, and later one for the functions'.");
                default ->
                    report.problem(
                            "Plesk answered " + path + " with status " + exchange.status() + ".",
                            "url is the address of Plesk's own pages, with port 8443; the REST API must be on (Obsidian has it).");
            }
        }
        Whmcs.told(exchanges, report);
    }

    private void told(String path, Exchange exchange, Report report) {
        switch (path) {
            case SERVER ->
                Answers.json(exchange).ifPresentOrElse(server -> server(server, report), () -> notJson(report));
            case BANS -> Answers.json(exchange).ifPresentOrElse(ran -> bans(ran, report), () -> notJson(report));
            case XML_API ->
                Answers.xml(exchange)
                        .ifPresentOrElse(
                                packet -> packet(packet, report),
                                () -> report.problem(
                                        "The XML API's answer is not XML.", "url must lead to Plesk itself."));
            default -> {}
        }
    }

    private static void notJson(Report report) {
        report.problem("The REST API's answer is not JSON.", "url must lead to Plesk itself.");
    }

    private static void server(Json.Obj server, Report report) {
        var version = server.text("panel_version").orElse("");
        var platform = server.text("platform").orElse("");
        report.ok("It accepts the key, and is Plesk " + (version.isEmpty() ? "of unknown version" : version) + " on "
                + (platform.isEmpty() ? "an unknown platform" : platform) + ".");
        if (!platform.equalsIgnoreCase("Unix")) {
            report.problem("The connector is for Plesk on Linux.", "Leave this server to another connector.");
        }
        var major = version.split("\\.", 2)[0];
        if (!major.matches("[0-9]{2,3}") || Integer.parseInt(major) < 18) {
            report.problem(
                    "The connector is for Plesk Obsidian, version 18 and newer.",
                    "Update Plesk; packets have version 1.6.9.1.");
        }
    }

    private static void bans(Json.Obj ran, Report report) {
        if (ran.get("code").equals(Optional.of(Json.of(0)))) {
            var bans = ran.text("stdout")
                    .orElse("")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .count();
            report.ok("Fail2Ban lists " + bans + (bans == 1 ? " ban." : " bans."));
        } else {
            report.problem(
                    "Fail2Ban cannot be asked for its bans: "
                            + Mask.message(ran.text("stderr").orElse("")) + ".",
                    "Install it, or set \"fail2ban\": false: then no address is unbanned by telephone.");
        }
    }

    private static void packet(Element packet, Report report) {
        var system = Answers.all(packet, NONE, "system");
        if (!system.isEmpty()) {
            report.problem(
                    "Plesk rejected the packet: " + error(system.getFirst()) + ".",
                    "11003 means the key, 1006 the address, 1005 the version, which must be Obsidian's.");
            return;
        }
        for (var result : Answers.all(packet, NONE, "result")) {
            var code = Answers.text(result, NONE, "errcode").orElse("");
            if (!code.isEmpty() && !NOT_THERE.contains(code)) {
                report.problem("Plesk answered an operation with an error: " + error(result) + ".", "See Plesk's log.");
            }
        }
        Answers.all(packet, NONE, "php-handler").forEach(handlers -> handlers(handlers, report));
        Answers.all(packet, NONE, "customer").stream()
                .flatMap(customers -> Answers.all(customers, NONE, "gen_info").stream())
                .forEach(customer -> customer(customer, report));
        Answers.all(packet, NONE, "dns").stream()
                .flatMap(zones -> Answers.all(zones, NONE, "result").stream())
                .forEach(zone -> zone(zone, report));
    }

    private static String error(Element of) {
        return Answers.text(of, NONE, "errcode").orElse("no code") + ", "
                + Mask.message(Answers.text(of, NONE, "errtext").orElse(""));
    }

    private static void handlers(Element handlers, Report report) {
        var enabled = Answers.all(handlers, NONE, "result").stream()
                .filter(each -> Answers.text(each, NONE, "handler-status").equals(Optional.of("enabled")))
                .toList();
        var versions = enabled.stream()
                .flatMap(each -> Answers.text(each, NONE, "version").stream())
                .filter(version -> version.matches("[0-9]+\\.[0-9]+"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (versions.isEmpty()) {
            report.problem(
                    "No enabled PHP handler has a version of two numbers, such as 8.3.",
                    "Enable one in Plesk's PHP settings; without one, no package can be read.");
        } else {
            report.ok("%d PHP handlers are enabled, with the versions %s."
                    .formatted(enabled.size(), String.join(", ", versions)));
        }
    }

    private static void customer(Element customer, Report report) {
        if (Answers.text(customer, NONE, "external-id").orElse("").isEmpty()) {
            report.problem(
                    "The subscription's customer has no external id, so it belongs to nobody and callers are told that it does not exist.",
                    "Set it to the customer's id, as in the panel's tokens (sub), or set whmcs if WHMCS creates the subscriptions.");
        }
    }

    private static void zone(Element zone, Report report) {
        var type = Answers.text(zone, NONE, "zone_type").orElse("");
        var status = Answers.text(zone, NONE, "zone_status").orElse("");
        if (!type.isEmpty() && !(type.equals("master") && status.equals("enabled"))) {
            report.problem(
                    "The zone is of type " + type + " and " + status + ": it is not served here.",
                    "Make Plesk the zone's primary server, or point the settings to where it is.");
        }
    }
}
