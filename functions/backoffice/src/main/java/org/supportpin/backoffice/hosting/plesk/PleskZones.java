package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DomainName;

/**
 * {@link DnsZones} by Plesk, whose API adds and removes one record at a time and knows no transaction. So the zone is read after each
 * change: what shows counts, and a change of which a part shows is taken back. Only where that fails too nobody knows.
 */
public final class PleskZones implements DnsZones {

    private static final String READING = "dns.zone";
    private static final String SECONDS = "[0-9]{1,9}";

    private final PleskXml xml;

    public PleskZones(PleskSettings settings, SecretStore secrets, Timeouts patience) {
        this.xml = new PleskXml(new PleskCaller(settings, secrets, patience), READING);
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
        Optional<PleskZone> before;
        try {
            before = served(edit.zone());
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
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        return unservable(before.get(), edit)
                .<CallOutcome<Zone>>map(CallOutcome::refused)
                .orElseGet(() -> change(before.get(), edit));
    }

    private static Optional<Refusal> unservable(PleskZone zone, ZoneEdit edit) {
        return edit.differences().stream()
                .flatMap(each -> Optional.ofNullable(each.after()).stream())
                .filter(set -> !zone.canHold(set))
                .findFirst()
                .map(set -> VendorMessage.refusal(
                        set.ttl() == zone.ttl()
                                ? "Plesk does not take these " + set.type().text() + " records over its API."
                                : "All records of this zone have one TTL, " + zone.ttl() + " seconds: give that one."));
    }

    /** What became of removals and additions together. */
    private sealed interface Went {

        /** All of it was said yes to, or some of it no, in the words of the first. */
        record Through(Optional<Refusal> no) implements Went {}

        /** Nothing was carried out. */
        record Nowhere() implements Went {}

        /** What comes second certainly was not carried out. */
        record HalfWay() implements Went {}

        record Lost() implements Went {}
    }

    private CallOutcome<Zone> change(PleskZone before, ZoneEdit edit) {
        return switch (carryOut(before.towards(edit.differences()), edit)) {
            case Went.Nowhere() -> CallOutcome.notDone();
            case Went.Lost() -> CallOutcome.unknown();
            case Went.HalfWay() -> settle(edit, CallOutcome.notDone());
            case Went.Through(var no) ->
                settle(edit, no.<CallOutcome<Zone>>map(CallOutcome::refused).orElseGet(CallOutcome::unknown));
        };
    }

    /**
     * What the zone shows in the end.
     *
     * @param undone what the effect is where nothing of the edit shows
     */
    private CallOutcome<Zone> settle(ZoneEdit edit, CallOutcome<Zone> undone) {
        try {
            var now = served(edit.zone()).orElseThrow(xml::unavailable);
            if (edit.isPresentIn(zone(now))) {
                return CallOutcome.done(zone(now));
            }
            if (!edit.isAbsentFrom(zone(now))) {
                carryOut(now.back(edit.differences()), edit);
                now = served(edit.zone()).orElseThrow(xml::unavailable);
            }
            return edit.isAbsentFrom(zone(now)) ? undone : CallOutcome.unknown();
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.unknown();
        }
    }

    /** Additions first, so that no name is ever without its records; but where a CNAME comes or goes there is room for one alone. */
    private Went carryOut(PleskZone.Steps steps, ZoneEdit edit) {
        var makesRoom = edit.differences().stream().anyMatch(each -> each.type() == Editable.CNAME);
        var removal = new Step("del_rec", steps.removals());
        var addition = new Step("add_rec", steps.additions());
        var inOrder = new ArrayList<>(makesRoom ? List.of(removal, addition) : List.of(addition, removal));
        inOrder.removeIf(step -> step.operations().isEmpty());
        var isFirst = true;
        for (var step : inOrder) {
            switch (xml.send("dns", step.operation(), step.operations())) {
                case PleskXml.Outcome.NotTaken() -> {
                    return isFirst ? new Went.Nowhere() : new Went.HalfWay();
                }
                case PleskXml.Outcome.Lost() -> {
                    return new Went.Lost();
                }
                case PleskXml.Outcome.Answer(var operations) -> {
                    var no = operations.stream()
                            .flatMap(List::stream)
                            .filter(PleskResult::isError)
                            .findFirst();
                    if (no.isPresent()) {
                        return new Went.Through(no.map(PleskResult::refusal));
                    }
                }
            }
            isFirst = false;
        }
        return new Went.Through(Optional.empty());
    }

    private record Step(String operation, List<Consumer<XmlBuilder>> operations) {}

    /** Empty where Plesk is not the primary of the zone, or no customer of the panel holds its subscription. */
    private Optional<PleskZone> served(DomainName name) {
        return site(name)
                .flatMap(site -> PleskCustomers.holder(xml, site.owner())
                        .flatMap(holder -> ttl(site.id())
                                .map(ttl -> new PleskZone(site.id(), name, holder, ttl, records(site.id())))));
    }

    private record Site(String id, String owner) {}

    /** The main site of a subscription has the subscription's id; another site names its subscription. */
    private Optional<Site> site(DomainName name) {
        var subscription = webspace("name", name.ascii());
        if (subscription.isPresent()) {
            return subscription;
        }
        var result = xml.read(
                        "site",
                        "get",
                        get -> get.element("filter", filter -> filter.text("name", name.ascii()))
                                .element("dataset", dataset -> dataset.element("gen_info", _ -> {})))
                .getFirst();
        if (xml.isNone(result)) {
            return Optional.empty();
        }
        var id = result.text("id").orElseThrow(xml::unavailable);
        var parent = result.text("data", "gen_info", "webspace-id").orElseThrow(xml::unavailable);
        return webspace("id", parent).map(of -> new Site(id, of.owner()));
    }

    private Optional<Site> webspace(String filter, String value) {
        var result = xml.read(
                        "webspace",
                        "get",
                        get -> get.element("filter", by -> by.text(filter, value))
                                .element("dataset", dataset -> dataset.element("gen_info", _ -> {})))
                .getFirst();
        return xml.isNone(result)
                ? Optional.empty()
                : Optional.of(new Site(
                        result.text("id").orElseThrow(xml::unavailable),
                        result.text("data", "gen_info", "owner-id").orElseThrow(xml::unavailable)));
    }

    /** Empty where another server is the zone's primary, or the zone is switched off. */
    private Optional<Integer> ttl(String site) {
        var result = xml.read(
                        "dns",
                        "get",
                        get -> get.element("filter", filter -> filter.text("site-id", site))
                                .element("soa", _ -> {}))
                .getFirst();
        if (xml.isNone(result)) {
            return Optional.empty();
        }
        var isServed = result.text("zone_type").equals(Optional.of("master"))
                && result.text("zone_status").equals(Optional.of("enabled"));
        return isServed
                ? Optional.of(result.text("soa", "ttl")
                        .filter(text -> text.matches(SECONDS))
                        .map(Integer::valueOf)
                        .orElseThrow(xml::unavailable))
                : Optional.empty();
    }

    private List<PleskRecord> records(String site) {
        return xml.read("dns", "get_rec", get -> get.element("filter", filter -> filter.text("site-id", site))).stream()
                .map(result -> xml.isNone(result) ? Optional.<PleskRecord>empty() : PleskRecord.read(result))
                .map(record -> record.orElseThrow(xml::unavailable))
                .toList();
    }
}
