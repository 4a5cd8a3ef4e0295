package org.supportpin.backoffice.dns.powerdns;

import java.util.Map;
import java.util.Optional;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DomainName;

/**
 * {@link DnsZones} by the PowerDNS Authoritative Server. A zone is the customer's whom its {@code account} names.
 *
 * <p>An edit is one {@code PATCH}, which the server carries out whole or not at all. It takes no idempotency key and no condition:
 * the zone is read right before, and again after. Where the answer is lost, the zone itself tells.
 */
public final class PowerDnsZones implements DnsZones {

    private static final String READING = "dns.zone";

    private final PowerDnsSettings settings;
    private final SecretStore secrets;
    private final HttpCaller caller;

    public PowerDnsZones(PowerDnsSettings settings, SecretStore secrets, Timeouts patience) {
        this.settings = settings;
        this.secrets = secrets;
        this.caller = new HttpCaller(settings.endpoint(), patience);
    }

    @Override
    public Optional<Zone> zone(DomainName name) {
        return served(name).flatMap(ServedZone::zone);
    }

    @Override
    public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
        Optional<ServedZone> before;
        try {
            before = served(edit.zone());
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        var zone = before.flatMap(ServedZone::zone);
        if (zone.isEmpty()) {
            return CallOutcome.refused(ZoneRules.zoneNotHostedHere());
        }
        if (!zone.get().fingerprint().equals(edit.basis())) {
            return CallOutcome.refused(ZoneRules.zoneChanged());
        }
        return edit.differences().isEmpty()
                ? CallOutcome.done(zone.get())
                : patched(edit, before.orElseThrow().patch(edit));
    }

    private CallOutcome<Zone> patched(ZoneEdit edit, Json patch) {
        return switch (send("PATCH", edit.zone(), Content.of(JsonText.write(patch)))) {
            case Reply.NotSent _ -> CallOutcome.notDone();
            case Reply.Lost _ -> CallOutcome.unknown();
            case Answered answer ->
                switch (answer.status()) {
                    case 204 -> confirmed(edit);
                    case 400, 422 -> CallOutcome.refused(VendorMessage.refusal(words(answer.content())));
                    case 401, 403 -> CallOutcome.notDone();
                    case 404 -> CallOutcome.refused(ZoneRules.zoneNotHostedHere());
                    default -> CallOutcome.unknown();
                };
        };
    }

    /** The server has said yes; the zone must show it too, or somebody else was quicker with yet another change. */
    private CallOutcome<Zone> confirmed(ZoneEdit edit) {
        try {
            return zone(edit.zone())
                    .filter(edit::isPresentIn)
                    .map(CallOutcome::done)
                    .orElseGet(CallOutcome::unknown);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.unknown();
        }
    }

    private Optional<ServedZone> served(DomainName name) {
        if (!(send("GET", name, Content.EMPTY) instanceof Answered answer)) {
            throw new BackOfficeUnavailable(READING);
        }
        return switch (answer.status()) {
            case 200 -> Optional.of(read(name, answer.content()));
            case 404 -> Optional.empty();
            default -> throw new BackOfficeUnavailable(READING);
        };
    }

    private static ServedZone read(DomainName name, Content content) {
        try {
            if (ServedZone.READ.from(JsonText.read(content.bytes())) instanceof Checked.Valid<ServedZone>(var served)
                    && served.zone().map(zone -> zone.name().equals(name)).orElse(true)) {
                return served;
            }
            throw new BackOfficeUnavailable(READING);
        } catch (MalformedJson e) {
            throw new BackOfficeUnavailable(READING, e);
        }
    }

    private Reply send(String method, DomainName zone, Content content) {
        try {
            var path = "/api/v1/servers/" + settings.server() + "/zones/" + zone.ascii() + ".";
            var headers = Map.of(
                    "X-API-Key",
                    secrets.open(settings.apiKey()).reveal(),
                    "Accept",
                    "application/json",
                    "Content-Type",
                    "application/json");
            return caller.send(method, path, headers, content);
        } catch (SecretUnavailable e) {
            return new Reply.NotSent("the API key cannot be had");
        }
    }

    /** {@code {"error": …}}, as the server tells why not. */
    private static String words(Content content) {
        try {
            return JsonText.read(content.bytes()) instanceof Json.Obj object
                    ? object.text("error").orElse("")
                    : "";
        } catch (MalformedJson e) {
            return "";
        }
    }
}
