package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DomainName;

/**
 * {@link DnsZones} by Plesk, whose API adds and removes single records without transactions. So the zone is read after each change, and
 * a change that was applied only in part is undone. The outcome is unknown only if undoing fails too.
 */
public final class PleskZones implements DnsZones {

    private static final String READING = "dns.zone";
    private static final String SECONDS = "[0-9]{1,9}";

    private final PleskXml xml;
    private final PleskCustomers customers;

    public PleskZones(PleskSettings settings, SecretStore secrets, Timeouts patience) {
        this.xml = new PleskXml(new PleskCaller(settings, secrets, patience), READING);
        this.customers = PleskCustomers.of(xml, settings, secrets, patience);
    }

    @Override
    public Optional<Zone> zone(DomainName name) {
        return served(name).map(this::zone);
    }

    private Zone zone(PleskZone served) {
        return served.zone().orElseThrow(xml::unavailable);
    }

    @Override
    public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
        return CallOutcome.ofCallOnFacts(() -> {
            var before = served(edit.zone());
            if (before.isEmpty()) {
                return CallOutcome.refused(ZoneRules.zoneNotHostedHere());
            }
            var zone = zone(before.get());
            if (!zone.fingerprint().equals(edit.basis())) {
                return CallOutcome.refused(ZoneRules.zoneChanged());
            }
            if (edit.differences().isEmpty()) {
                return CallOutcome.done(zone);
            }
            return unservable(before.get(), edit)
                    .<CallOutcome<Zone>>map(CallOutcome::refused)
                    .orElseGet(() -> change(before.get(), edit));
        });
    }

    private static Optional<Refusal> unservable(PleskZone zone, ZoneEdit edit) {
        return edit.differences().stream()
                .flatMap(each -> Optional.ofNullable(each.after()).stream())
                .filter(set -> !zone.canHold(set))
                .findFirst()
                .map(set -> set.ttl() == zone.ttl()
                        ? new Refusal(
                                VendorMessage.RULE,
                                "Plesk does not accept these " + set.type().text() + " records through its API.",
                                "Το Plesk δεν δέχεται αυτές τις εγγραφές "
                                        + set.type().text() + " μέσω του API του.")
                        : new Refusal(
                                VendorMessage.RULE,
                                "All records in this zone share one TTL: use " + zone.ttl() + " seconds.",
                                "Όλες οι εγγραφές αυτής της ζώνης έχουν κοινό TTL: δώστε " + zone.ttl()
                                        + " δευτερόλεπτα."));
    }

    /** What became of removals and additions together. */
    private sealed interface Progress {

        /**
         * Every step was answered.
         *
         * @param refusal Plesk's first; null if there was none
         */
        record Complete(@Nullable Refusal refusal) implements Progress {}

        /** Nothing was carried out. */
        record None() implements Progress {}

        /** The second step certainly was not carried out. */
        record Half() implements Progress {}

        record Lost() implements Progress {}
    }

    private CallOutcome<Zone> change(PleskZone before, ZoneEdit edit) {
        return switch (execute(before.towards(edit.differences()), edit)) {
            case Progress.None() -> CallOutcome.notDone();
            case Progress.Lost() -> CallOutcome.unknown();
            case Progress.Half() -> settle(edit, CallOutcome.notDone());
            case Progress.Complete(var refusal) ->
                settle(edit, refusal == null ? CallOutcome.unknown() : CallOutcome.refused(refusal));
        };
    }

    /**
     * The outcome by what the zone shows in the end.
     *
     * @param undone the outcome if nothing of the edit shows
     */
    private CallOutcome<Zone> settle(ZoneEdit edit, CallOutcome<Zone> undone) {
        return CallOutcome.ofReadingBack(() -> {
            var now = served(edit.zone()).orElseThrow(xml::unavailable);
            if (edit.isPresentIn(zone(now))) {
                return CallOutcome.done(zone(now));
            }
            if (!edit.isAbsentFrom(zone(now))) {
                execute(now.back(edit.differences()), edit);
                now = served(edit.zone()).orElseThrow(xml::unavailable);
            }
            return edit.isAbsentFrom(zone(now)) ? undone : CallOutcome.unknown();
        });
    }

    /** Additions come first, so that no name is ever without records, except around a CNAME, which allows no other record. */
    private Progress execute(PleskZone.Steps steps, ZoneEdit edit) {
        var involvesCname = edit.differences().stream().anyMatch(each -> each.type() == Editable.CNAME);
        var removal = new Step("del_rec", steps.removals());
        var addition = new Step("add_rec", steps.additions());
        var inOrder = new ArrayList<>(involvesCname ? List.of(removal, addition) : List.of(addition, removal));
        inOrder.removeIf(step -> step.operations().isEmpty());
        var isFirst = true;
        for (var step : inOrder) {
            switch (xml.send("dns", step.operation(), step.operations())) {
                case Reply.NotSent<List<List<PleskResult>>> _ -> {
                    return isFirst ? new Progress.None() : new Progress.Half();
                }
                case Reply.Lost<List<List<PleskResult>>> _ -> {
                    return new Progress.Lost();
                }
                case Reply.Answered<List<List<PleskResult>>>(var operations) -> {
                    var error = operations.stream()
                            .flatMap(List::stream)
                            .filter(PleskResult::isError)
                            .findFirst();
                    if (error.isPresent()) {
                        return new Progress.Complete(error.get().refusal());
                    }
                }
            }
            isFirst = false;
        }
        return new Progress.Complete(null);
    }

    private record Step(String operation, List<Consumer<XmlBuilder>> operations) {}

    /** Empty if Plesk is not the zone's primary, or the subscription has no customer of the panel. */
    private Optional<PleskZone> served(DomainName name) {
        return site(name)
                .flatMap(site -> customers
                        .holder(site.owner(), site.subscription())
                        .flatMap(holder -> ttl(site.id())
                                .map(ttl -> new PleskZone(site.id(), name, holder, ttl, records(site.id(), name)))));
    }

    private record Site(String id, String owner, DomainName subscription) {}

    /** A subscription's main site has the subscription's id; any other site names its subscription. */
    private Optional<Site> site(DomainName name) {
        var subscription = webspace("name", name.ascii());
        if (subscription.isPresent()) {
            return subscription;
        }
        return xml.find("site", "name", name.ascii()).flatMap(site -> {
            var id = site.text("id").orElseThrow(xml::unavailable);
            var parent = site.text("data", "gen_info", "webspace-id").orElseThrow(xml::unavailable);
            return webspace("id", parent).map(of -> new Site(id, of.owner(), of.subscription()));
        });
    }

    private Optional<Site> webspace(String filter, String value) {
        return xml.find("webspace", filter, value)
                .map(found -> new Site(
                        found.text("id").orElseThrow(xml::unavailable),
                        found.text("data", "gen_info", "owner-id").orElseThrow(xml::unavailable),
                        found.domain().orElseThrow(xml::unavailable)));
    }

    /** In seconds; empty if another server is the zone's primary, or the zone is disabled. */
    private Optional<Integer> ttl(String site) {
        var results = xml.read(
                "dns",
                "get",
                get -> get.element("filter", filter -> filter.text("site-id", site))
                        .element("soa"));
        return xml.first(results)
                .filter(result -> result.text("zone_type").equals(Optional.of("master"))
                        && result.text("zone_status").equals(Optional.of("enabled")))
                .map(result -> result.text("soa", "ttl")
                        .filter(text -> text.matches(SECONDS))
                        .map(Integer::valueOf)
                        .orElseThrow(xml::unavailable));
    }

    private List<PleskRecord> records(String site, DomainName zone) {
        return xml.read("dns", "get_rec", get -> get.element("filter", filter -> filter.text("site-id", site))).stream()
                .filter(result -> !xml.isNone(result) && !result.isNothing() && PleskRecord.isInside(zone, result))
                .map(result -> PleskRecord.read(result).orElseThrow(xml::unavailable))
                .toList();
    }
}
