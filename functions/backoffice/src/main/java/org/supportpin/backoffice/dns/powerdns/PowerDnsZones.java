package org.supportpin.backoffice.dns.powerdns;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * {@link DnsZones} of a PowerDNS Authoritative Server. A zone's {@code account} is its customer.
 *
 * <p>An edit is one {@code PATCH}, which the server applies completely or not at all. It supports neither an idempotency key nor a
 * condition, so the zone is read immediately before and again after. If the answer is lost, the zone shows what happened. The same {@code
 * PATCH} raises the zone's serial if the server would not, and secondaries are notified.
 */
public final class PowerDnsZones implements DnsZones {

    private static final String READING = "dns.zone";

    private final PowerDnsSettings settings;
    private final SecretStore secrets;
    private final HttpCaller caller;
    private final Clock clock;

    public PowerDnsZones(PowerDnsSettings settings, SecretStore secrets, Timeouts patience) {
        this(settings, secrets, patience, Clock.systemUTC());
    }

    /**
     * @param clock the server's, by which it may set serials
     */
    PowerDnsZones(PowerDnsSettings settings, SecretStore secrets, Timeouts patience, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.caller = new HttpCaller(settings.endpoint(), patience);
        this.clock = clock;
    }

    @Override
    public Optional<Zone> zone(DomainName name) {
        return served(name).map(ServedZone::zone);
    }

    /** Without the RRsets, of which there may be many. */
    @Override
    public boolean hosts(DomainName name, CustomerId holder) {
        if (!(send("GET", name, "?rrsets=false", Content.EMPTY) instanceof Answered<HttpAnswer>(var answer))) {
            throw new BackOfficeUnavailable(READING);
        }
        return switch (answer.status()) {
            case 200 ->
                JsonText.readObject(answer.content().bytes())
                        .flatMap(json -> ServedZone.ACCOUNT.from(json).asOptional())
                        .filter(account -> account.zone().equals(name))
                        .orElseThrow(() -> new BackOfficeUnavailable(READING))
                        .holder()
                        .equals(Optional.of(holder));
            case 404 -> false;
            default -> throw new BackOfficeUnavailable(READING);
        };
    }

    @Override
    public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
        return CallOutcome.ofCallOnFacts(() -> {
            var before = served(edit.zone());
            var zone = before.map(ServedZone::zone);
            if (zone.isEmpty()) {
                return CallOutcome.refused(ZoneRules.zoneNotHostedHere());
            }
            if (!zone.get().fingerprint().equals(edit.basis())) {
                return CallOutcome.refused(ZoneRules.zoneChanged());
            }
            return edit.differences().isEmpty()
                    ? CallOutcome.done(zone.get())
                    : before.orElseThrow()
                            .serial()
                            .problem(clock.instant())
                            .<CallOutcome<Zone>>map(CallOutcome::refused)
                            .orElseGet(() -> patched(edit, before.orElseThrow()));
        });
    }

    private CallOutcome<Zone> patched(ZoneEdit edit, ServedZone before) {
        return send("PATCH", edit.zone(), "", Content.of(JsonText.write(before.patch(edit))))
                .outcome(answer -> answer.isSuccess() ? accepted(edit, before) : refused(answer));
    }

    private CallOutcome<Zone> accepted(ZoneEdit edit, ServedZone before) {
        var outcome = CallOutcome.ofReadingBack(() -> confirmed(edit));
        if (before.hasSecondaries()) {
            // A hint (RFC 1996 §3.11). The server also gives it by itself within a minute, so the answer changes
            // nothing here.
            var _ = send("PUT", edit.zone(), "/notify", Content.EMPTY);
        }
        return outcome;
    }

    private static CallOutcome<Zone> refused(HttpAnswer answer) {
        return switch (answer.status()) {
            case 400, 422 -> CallOutcome.refused(VendorMessage.refusal(error(answer.content())));
            case 401, 403 -> CallOutcome.notDone();
            case 404 -> CallOutcome.refused(ZoneRules.zoneNotHostedHere());
            default -> CallOutcome.unknown();
        };
    }

    /** The server accepted the change, so the zone must show it, unless somebody else has changed it again since. */
    private CallOutcome<Zone> confirmed(ZoneEdit edit) {
        return zone(edit.zone())
                .filter(edit::isPresentIn)
                .map(CallOutcome::done)
                .orElseGet(CallOutcome::unknown);
    }

    private Optional<ServedZone> served(DomainName name) {
        if (!(send("GET", name, "", Content.EMPTY) instanceof Answered<HttpAnswer>(var answer))) {
            throw new BackOfficeUnavailable(READING);
        }
        return switch (answer.status()) {
            case 200 -> Optional.of(read(name, answer.content()));
            case 404 -> Optional.empty();
            default -> throw new BackOfficeUnavailable(READING);
        };
    }

    private static ServedZone read(DomainName name, Content content) {
        return JsonText.readObject(OctetText.utf8(content.bytes()))
                .flatMap(json -> ServedZone.READ.from(json).asOptional())
                .filter(served -> served.name().equals(name))
                .orElseThrow(() -> new BackOfficeUnavailable(READING));
    }

    private Reply<HttpAnswer> send(String method, DomainName zone, String below, Content content) {
        try {
            var path = "/api/v1/servers/" + settings.server() + "/zones/" + zone.ascii() + "." + below;
            var headers = Map.of(
                    "X-API-Key",
                    secrets.open(settings.apiKey()).reveal(),
                    "Accept",
                    "application/json",
                    "Content-Type",
                    "application/json");
            return caller.send(method, path, headers, content);
        } catch (SecretUnavailable e) {
            return new Reply.NotSent<>("the API key is not available");
        }
    }

    /** The server's reason for a refusal: {@code {"error": …}}. */
    private static String error(Content content) {
        return JsonText.readObject(content.bytes())
                .flatMap(object -> object.text("error"))
                .orElse("");
    }
}
