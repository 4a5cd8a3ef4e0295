package org.supportpin.domain.dns;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.ZoneFault.AliasAtApex;
import org.supportpin.domain.dns.ZoneFault.BesideAlias;
import org.supportpin.domain.dns.ZoneFault.BesideFlattened;
import org.supportpin.domain.dns.ZoneFault.Circle;
import org.supportpin.domain.dns.ZoneFault.Occluded;
import org.supportpin.domain.dns.ZoneFault.Several;
import org.supportpin.domain.dns.ZoneFault.TargetIsAlias;
import org.supportpin.domain.dns.ZoneFault.Unreachable;
import org.supportpin.domain.name.DnsName;

/** What the agent is told about faults of a zone: what is wrong, and what to do. Each sentence names the records involved. */
final class ZoneWords {

    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_SHOWN = 8;

    private ZoneWords() {}

    /** Faults of one sort at one name are told together. */
    static Fault of(List<ZoneFault> alike) {
        return switch (alike.getFirst()) {
            case AliasAtApex(var name) -> atApex(shown(name));
            case BesideAlias(var name, var _) ->
                besideAlias(
                        shown(name),
                        alike.stream()
                                .map(each -> ((BesideAlias) each).type())
                                .sorted()
                                .toList());
            case BesideFlattened(var name, var type, var flattened) -> besideFlattened(shown(name), type, flattened);
            case TargetIsAlias(var owner, var type, var target) -> targetIsAlias(shown(owner), type, shown(target));
            case Circle(var _, var names) -> circle(names);
            case Occluded occluded -> occluded(occluded);
            case Unreachable(var host) -> unreachable(shown(host));
            case Several(var name, var kind, var texts) ->
                kind == OneText.SPF ? severalSpf(shown(name), texts) : several(shown(name), kind);
        };
    }

    private static Fault atApex(String name) {
        return fault(
                name + " is the domain itself and cannot be an alias (CNAME), because it must have records of its own"
                        + " (RFC 1034 §3.6.2). Enter its addresses as A and AAAA records, or make www the alias.",
                "Το " + name + " είναι το ίδιο το όνομα χώρου και δεν μπορεί να έχει CNAME, γιατί έχει πάντα και άλλες"
                        + " εγγραφές. Βάλτε τις διευθύνσεις του με εγγραφές A και AAAA, ή βάλτε το CNAME στο www.");
    }

    private static Fault besideAlias(String name, List<String> types) {
        return fault(
                name + " cannot be an alias (CNAME) and have " + list(types, " and ") + " records as well"
                        + " (RFC 1034 §3.6.2). Delete the one or the others in the same request.",
                "Το " + name + " δεν μπορεί να έχει CNAME και μαζί εγγραφές " + list(types, " και ")
                        + ". Διαγράψτε το ένα ή τις άλλες στο ίδιο αίτημα.");
    }

    private static Fault besideFlattened(String name, String type, String flattened) {
        return fault(
                name + " already gets its addresses from an " + flattened + " record; with " + type
                        + " records beside it, servers answer differently. " + flattened
                        + " records cannot be changed by phone: have it removed first.",
                "Το " + name + " παίρνει ήδη διευθύνσεις από εγγραφή " + flattened + "· με εγγραφές " + type
                        + " δίπλα της, κάθε διακομιστής απαντά αλλιώς. Οι εγγραφές " + flattened
                        + " δεν αλλάζουν τηλεφωνικά: πρέπει πρώτα να αφαιρεθεί.");
    }

    private static Fault targetIsAlias(String owner, String type, String target) {
        return fault(
                type + " records of " + owner + " cannot point to " + target
                        + ", which is an alias (CNAME; RFC 2181 §10.3). Enter the name that the alias leads to, or"
                        + " give " + target + " addresses of its own.",
                "Οι εγγραφές " + type + " του " + owner + " δεν μπορούν να δείχνουν στο " + target
                        + ", που είναι CNAME. Βάλτε το όνομα στο οποίο δείχνει, ή δώστε στο " + target
                        + " δικές του διευθύνσεις.");
    }

    private static Fault circle(List<String> names) {
        var path = Stream.concat(
                        names.stream().limit(MOST_SHOWN), Stream.of(names.size() > MOST_SHOWN ? "…" : names.getFirst()))
                .map(ZoneWords::shown)
                .collect(Collectors.joining(" → "));
        return fault(
                "These aliases (CNAME) lead in a circle, so none of them has an address (RFC 1034 §3.6.2): " + path
                        + ". Enter the name where the site really is.",
                "Αυτά τα CNAME κάνουν κύκλο, οπότε κανένα δεν καταλήγει σε διεύθυνση: " + path
                        + ". Βάλτε το όνομα όπου βρίσκεται πράγματι η ιστοσελίδα.");
    }

    private static Fault occluded(Occluded fault) {
        var name = shown(fault.name());
        var owner = shown(fault.cover().owner());
        return switch (fault.cover().kind()) {
            case DELEGATION ->
                fault(
                        "Nobody would see the " + fault.type() + " records of " + name + ": " + owner
                                + " is delegated to other nameservers (NS records; RFC 2181 §6.1). Enter them there.",
                        "Κανείς δεν θα έβλεπε τις εγγραφές " + fault.type() + " του " + name + ": το " + owner
                                + " εξυπηρετείται από άλλους nameservers (εγγραφές NS). Βάλτε τις εκεί.");
            case CHILD ->
                fault(
                        "Nobody would see the " + fault.type() + " records of " + name + " here: " + owner
                                + " has a zone of its own. Request the change with " + owner + " as the domain.",
                        "Κανείς δεν θα έβλεπε εδώ τις εγγραφές " + fault.type() + " του " + name + ": το " + owner
                                + " έχει δική του ζώνη. Ζητήστε την αλλαγή με όνομα χώρου το " + owner + ".");
            case DNAME ->
                fault(
                        "Nobody would see the " + fault.type() + " records of " + name + ": a DNAME record sends every"
                                + " name below " + owner + " elsewhere (RFC 6672 §2.4). Enter them where it leads to.",
                        "Κανείς δεν θα έβλεπε τις εγγραφές " + fault.type() + " του " + name
                                + ": μια εγγραφή DNAME στέλνει αλλού κάθε όνομα κάτω από το " + owner
                                + ". Βάλτε τις εκεί όπου δείχνει.");
        };
    }

    private static Fault unreachable(String host) {
        return fault(
                host
                        + " is a nameserver (NS records) and would have no address left, so part of the domain could not be"
                        + " found. Give it an A or AAAA record in the same request, or have the NS records changed first.",
                "Το " + host + " είναι nameserver (εγγραφές NS) και θα έμενε χωρίς διεύθυνση, οπότε μέρος του ονόματος"
                        + " χώρου δεν θα βρισκόταν. Δώστε του εγγραφή A ή AAAA στο ίδιο αίτημα, ή ζητήστε πρώτα αλλαγή"
                        + " των εγγραφών NS.");
    }

    private static Fault severalSpf(String name, List<String> texts) {
        var merged = SpfMerge.of(texts);
        return fault(
                name + " would have " + texts.size() + " SPF records, and mail servers then accept none of them"
                        + " (RFC 7208 §3.2). Enter one that has the parts of all"
                        + merged.map(text -> ": " + text).orElse("."),
                "Το " + name + " θα είχε " + texts.size() + " εγγραφές SPF, και τότε οι διακομιστές δεν δέχονται καμία."
                        + " Βάλτε μία που έχει τα μέρη όλων"
                        + merged.map(text -> ": " + text).orElse("."));
    }

    private static Fault several(String name, OneText kind) {
        return fault(
                name + " would have several " + kind.label() + " records, and then none of them counts for sure ("
                        + kind.source() + "). Keep one of them"
                        + (kind == OneText.DMARC ? ": its rua may list several addresses, separated by commas." : "."),
                "Το " + name + " θα είχε πολλές εγγραφές " + kind.label() + ", και τότε δεν ισχύει με βεβαιότητα καμία."
                        + " Κρατήστε μία"
                        + (kind == OneText.DMARC ? ": το rua της δέχεται πολλές διευθύνσεις, με κόμμα." : "."));
    }

    private static Fault fault(String english, String greek) {
        return new Fault("", english, greek);
    }

    private static String list(List<String> types, String last) {
        return types.size() == 1
                ? types.getFirst()
                : String.join(", ", types.subList(0, types.size() - 1)) + last + types.getLast();
    }

    /** In its own letters, as people know it. */
    static String shown(String ascii) {
        return DnsName.parse(ascii) instanceof Checked.Valid<DnsName>(var name) ? name.unicode() : ascii;
    }

    /** Several names in one line of bounded length. */
    static String shown(Collection<String> names, String andOthers) {
        var first = shown(names.iterator().next());
        var cut = first.length() <= LONGEST_SHOWN ? first : first.substring(0, LONGEST_SHOWN) + "…";
        return names.size() == 1 ? cut : cut + " " + andOthers.formatted(names.size() - 1);
    }
}
