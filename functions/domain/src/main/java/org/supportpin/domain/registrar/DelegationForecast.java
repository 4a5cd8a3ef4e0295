package org.supportpin.domain.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.name.DomainName;

/**
 * What will become of a domain's website and mail with other nameservers, in words: what those of now answer is compared with what the
 * new ones answer. Pure.
 */
final class DelegationForecast {

    /** So that a sentence with a name and two values fits into a {@link LocalizedText}, whatever servers call their hosts. */
    private static final int LONGEST_VALUE = 45;

    private static final Warning WEB_STAYS = new Warning(
            "web-stays", new LocalizedText("Η ιστοσελίδα μένει όπως είναι τώρα.", "The website stays as it is now."));

    private static final Warning MAIL_STAYS = new Warning(
            "mail-stays", new LocalizedText("Το email μένει όπως είναι τώρα.", "Email stays as it is now."));

    private static final Warning MAIL_STOPS = new Warning(
            "mail-stops",
            new LocalizedText(
                    "Το email δεν θα παραδίδεται: στους νέους nameservers δεν υπάρχει διακομιστής γι’ αυτό (MX).",
                    "Email will not be delivered: the new nameservers have no mail server (MX) for the domain."));

    private static final Warning DISAGREEING = new Warning(
            "nameservers-disagree",
            new LocalizedText(
                    "Οι νέοι nameservers δεν απαντούν όλοι το ίδιο: ιστοσελίδα και email θα αλλάζουν από στιγμή σε στιγμή.",
                    "The new nameservers do not all answer alike: website and email will change from one moment to the next."));

    private static final Warning SIGNING_UNKNOWN = new Warning(
            "signing-unknown",
            new LocalizedText(
                    "Δεν ξέρουμε αν το όνομα χώρου είναι υπογεγραμμένο (DNSSEC). Αν είναι, ίσως πάψει να λειτουργεί.",
                    "We do not know whether the domain is signed (DNSSEC). If it is, it may stop working."));

    private final List<ServedZone> before;
    private final List<ServedZone> after;

    private DelegationForecast(List<ProbedNameserver> now, List<ProbedNameserver> next) {
        before = now.stream().flatMap(ProbedNameserver::zones).distinct().toList();
        after = next.stream().flatMap(ProbedNameserver::zones).distinct().toList();
    }

    /**
     * What the caller should hear before the change.
     *
     * @param now the answers of the domain's present nameservers, as far as they give any
     * @param next those of the new ones, which {@link DelegationRules} allow
     */
    static List<Warning> of(RegisteredDomain domain, List<ProbedNameserver> now, List<ProbedNameserver> next) {
        var forecast = new DelegationForecast(now, next);
        var warnings = new ArrayList<Warning>();
        warnings.addAll(forecast.web(domain.name()));
        warnings.add(forecast.mail());
        if (forecast.after.size() > 1) {
            warnings.add(DISAGREEING);
        }
        if (domain.signing() == null) {
            warnings.add(SIGNING_UNKNOWN);
        }
        return warnings;
    }

    private List<Warning> web(DomainName domain) {
        var name = domain.unicode();
        var changes = Stream.of(web(name, ServedZone::apex), web("www." + name, ServedZone::www))
                .flatMap(Optional::stream)
                .toList();
        return changes.isEmpty() ? List.of(WEB_STAYS) : changes;
    }

    private Optional<Warning> web(String name, Function<ServedZone, Set<String>> part) {
        if (isSame(part)) {
            return Optional.empty();
        }
        var shown = shortened(name);
        var from = values(before.stream().map(part));
        if (after.stream().anyMatch(zone -> part.apply(zone).isEmpty())) {
            return Optional.of(new Warning(
                    "web-stops",
                    new LocalizedText(
                            "Το " + shown + " δεν θα ανοίγει: στους νέους nameservers δεν έχει διεύθυνση.",
                            shown + " will not open: the new nameservers have no address for it.")));
        }
        var to = values(after.stream().map(part));
        return Optional.of(new Warning(
                "web-moves",
                from.isEmpty()
                        ? new LocalizedText(
                                "Το " + shown + " θα ανοίγει από " + to
                                        + ". Οι τωρινοί nameservers δεν του δίνουν διεύθυνση.",
                                shown + " will open from " + to + ". The present nameservers give no address for it.")
                        : new LocalizedText(
                                "Το " + shown + " θα ανοίγει από άλλον διακομιστή: " + to + " αντί " + from + ".",
                                shown + " will open from another server: " + to + " instead of " + from + ".")));
    }

    private Warning mail() {
        if (isSame(DelegationForecast::targets)) {
            return MAIL_STAYS;
        }
        var stopped = before.stream().anyMatch(ServedZone::takesMail)
                ? after.stream().anyMatch(zone -> !zone.takesMail())
                : after.stream().anyMatch(zone -> targets(zone).isEmpty());
        if (stopped) {
            return MAIL_STOPS;
        }
        var from = values(before.stream().map(DelegationForecast::targets));
        var to = values(after.stream().map(DelegationForecast::targets));
        return new Warning(
                "mail-moves",
                from.isEmpty()
                        ? new LocalizedText(
                                "Το email θα παραδίδεται στο " + to
                                        + ". Οι τωρινοί nameservers δεν ορίζουν διακομιστή.",
                                "Email will be delivered to " + to + ". The present nameservers name no server.")
                        : new LocalizedText(
                                "Το email θα παραδίδεται αλλού: στο " + to + " αντί στο " + from + ".",
                                "Email will be delivered elsewhere: to " + to + " instead of " + from + "."));
    }

    /** Where mail goes: to the MX that take any; without MX, to the address of the zone itself (RFC 5321 §5.1). */
    private static Set<String> targets(ServedZone zone) {
        return zone.mail().isEmpty()
                ? zone.apex()
                : zone.mail().stream()
                        .filter(ServedZone.MailHost::takesMail)
                        .map(host ->
                                host.host() + host.addresses().stream().sorted().collect(joined(" [", "]")))
                        .collect(Collectors.toSet());
    }

    private static Collector<CharSequence, ?, String> joined(String before, String after) {
        return Collectors.collectingAndThen(
                Collectors.joining(" "), text -> text.isEmpty() ? "" : before + text + after);
    }

    private boolean isSame(Function<ServedZone, Set<String>> part) {
        var known = before.stream().map(part).toList();
        return after.stream().map(part).allMatch(known::contains);
    }

    private static String values(Stream<Set<String>> parts) {
        return shortened(parts.flatMap(Set::stream).distinct().sorted().collect(Collectors.joining(", ")));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
