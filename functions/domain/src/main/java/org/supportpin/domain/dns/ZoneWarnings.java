package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.identity.LocalizedText;

/** What an edit is allowed to do, and the caller should hear before: it may be meant, but mostly is not. */
final class ZoneWarnings {

    static final String SPF_REMOVED = "spf-removed";
    static final String DMARC_REMOVED = "dmarc-removed";
    static final String MAIL_HOST_NOT_FOUND = "mail-host-not-found";
    static final String TARGET_NOT_FOUND = "target-not-found";

    private static final Set<String> ADDRESSES = Set.of("A", "AAAA");

    private final Zone before;
    private final Zone after;
    private final ZoneResolver answersBefore;
    private final ZoneResolver answersAfter;

    private ZoneWarnings(Zone before, Zone after) {
        this.before = before;
        this.after = after;
        this.answersBefore = new ZoneResolver(before);
        this.answersAfter = new ZoneResolver(after);
    }

    /** The warnings about an edit that the zone allows. */
    static List<Warning> of(Zone zone, ZoneEdit edit) {
        return edit.differences().isEmpty() ? List.of() : new ZoneWarnings(zone, zone.apply(edit)).all(edit);
    }

    private List<Warning> all(ZoneEdit edit) {
        var warnings = new ArrayList<Warning>();
        about(losing(edit, OneText.SPF), warnings, ZoneWarnings::spfRemoved);
        about(losing(edit, OneText.DMARC), warnings, ZoneWarnings::dmarcRemoved);
        about(newlyLost(Set.of("MX"), ZoneWarnings::isReached), warnings, ZoneWarnings::mailHostNotFound);
        var targets = newlyLost(Set.of("SRV"), ZoneWarnings::isReached);
        targets.addAll(newlyLost(Set.of("CNAME"), ZoneWarnings::exists));
        about(targets, warnings, ZoneWarnings::targetNotFound);
        return warnings;
    }

    private static void about(Set<String> names, List<Warning> warnings, Function<Set<String>, Warning> words) {
        if (!names.isEmpty()) {
            warnings.add(words.apply(names));
        }
    }

    private static Set<String> losing(ZoneEdit edit, OneText kind) {
        var names = new TreeSet<String>();
        for (var each : edit.differences()) {
            var owner = each.name().ascii();
            if (each.type() == Editable.TXT
                    && each.before() != null
                    && !kind.among(owner, each.before().records()).isEmpty()
                    && (each.after() == null
                            || kind.among(owner, each.after().records()).isEmpty())) {
                names.add(owner);
            }
        }
        return names;
    }

    /** The names within the zone to which its records of these types point, and that are not there; but not those known before. */
    private Set<String> newlyLost(Set<String> types, BiPredicate<ZoneResolver, String> isThere) {
        var lost = lost(after, answersAfter, types, isThere);
        lost.removeAll(lost(before, answersBefore, types, isThere));
        return lost;
    }

    private static Set<String> lost(
            Zone zone, ZoneResolver answers, Set<String> types, BiPredicate<ZoneResolver, String> isThere) {
        var names = new TreeSet<String>();
        for (var set : zone.recordSets()) {
            if (types.contains(set.type().text())) {
                set.targets().stream()
                        .filter(answers::isWithin)
                        .filter(target -> !isThere.test(answers, target))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean isReached(ZoneResolver answers, String host) {
        return !answers.resolve(host, ADDRESSES).isEmpty();
    }

    private static boolean exists(ZoneResolver answers, String name) {
        return answers.cover(name).isPresent() || !answers.addressed(name).isEmpty();
    }

    private static Warning spfRemoved(Set<String> names) {
        return new Warning(
                SPF_REMOVED,
                new LocalizedText(
                        "Αφαιρείται το SPF του " + ZoneWords.shown(names, "(και άλλα %d)")
                                + ": τα μηνύματά του μπορεί να καταλήγουν στα ανεπιθύμητα. Οι τιμές που δίνετε"
                                + " αντικαθιστούν όλες τις προηγούμενες.",
                        "This removes the SPF record of " + ZoneWords.shown(names, "(and %d more)")
                                + ": its mail may end up as spam. The values given replace all previous ones."));
    }

    private static Warning dmarcRemoved(Set<String> names) {
        return new Warning(
                DMARC_REMOVED,
                new LocalizedText(
                        "Αφαιρείται το DMARC του " + ZoneWords.shown(names, "(και άλλα %d)")
                                + ": άλλοι θα μπορούν πιο εύκολα να στέλνουν μηνύματα στο όνομά του.",
                        "This removes the DMARC record of " + ZoneWords.shown(names, "(and %d more)")
                                + ": others can send mail in its name more easily."));
    }

    private static Warning mailHostNotFound(Set<String> names) {
        return new Warning(
                MAIL_HOST_NOT_FOUND,
                new LocalizedText(
                        "Το " + ZoneWords.shown(names, "(και άλλα %d)")
                                + " δεν έχει διεύθυνση στη ζώνη: δεν θα παραδίδεται εκεί email.",
                        ZoneWords.shown(names, "(and %d more)")
                                + " has no address in the zone: no mail will be delivered there."));
    }

    private static Warning targetNotFound(Set<String> names) {
        return new Warning(
                TARGET_NOT_FOUND,
                new LocalizedText(
                        "Το " + ZoneWords.shown(names, "(και άλλα %d)") + " δεν υπάρχει στη ζώνη.",
                        ZoneWords.shown(names, "(and %d more)") + " does not exist in the zone."));
    }
}
