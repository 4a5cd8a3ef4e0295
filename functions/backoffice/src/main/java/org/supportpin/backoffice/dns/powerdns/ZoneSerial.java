package org.supportpin.backoffice.dns.powerdns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.name.DomainName;

/**
 * The serial of a zone, without whose move no secondary fetches a change (RFC 1034 §4.3.5).
 *
 * @param mover what moves it when records change through the API
 * @param soa null if the zone has none, and so is not served at all
 */
record ZoneSerial(Mover mover, @Nullable RecordSet soa) {

    /** By the zone's metadata {@code SOA-EDIT-API} and {@code SOA-EDIT}. */
    enum Mover {
        /** The server raises it. */
        SERVER,
        /** The server sets it to its time, in seconds since 1970, even if that is lower. */
        CLOCK,
        /** Nobody, or perhaps nobody: whoever changes records raises it too. */
        CALLER
    }

    private static final List<String> RAISING = List.of("DEFAULT", "INCREASE", "SOA-EDIT-INCREASE");
    private static final String EPOCH = "EPOCH";
    private static final String AS_SIGNED = "SOA-EDIT";

    /** RFC 1035 §3.3.13: the name of the primary, the mailbox, then the serial. */
    private static final Pattern SOA = Pattern.compile("(\\S+ \\S+ )([0-9]{1,10})((?: [0-9]+){4})");

    /**
     * The serial of a zone's records.
     *
     * @param raisedBy {@code SOA-EDIT-API}: empty if it is not set
     * @param editedBy {@code SOA-EDIT}, to which {@code SOA-EDIT-API} may refer
     */
    static ZoneSerial of(String raisedBy, String editedBy, DomainName zone, List<RecordSet> records) {
        var soa = records.stream()
                .filter(set -> set.type().text().equals("SOA") && set.name().equals(zone.dnsName()))
                .filter(set -> SOA.matcher(set.records().getFirst()).matches())
                .findFirst();
        return new ZoneSerial(mover(upper(raisedBy), upper(editedBy)), soa.orElse(null));
    }

    private static Mover mover(String raisedBy, String editedBy) {
        if (RAISING.contains(raisedBy)) {
            return Mover.SERVER;
        }
        return raisedBy.equals(EPOCH) || (raisedBy.equals(AS_SIGNED) && editedBy.equals(EPOCH))
                ? Mover.CLOCK
                : Mover.CALLER;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Why a change must not be made: it would set the serial back, and no secondary would ever fetch it. */
    Optional<Refusal> problem(Instant now) {
        return mover == Mover.CLOCK
                        && value().filter(serial -> isAhead(serial, now.getEpochSecond()))
                                .isPresent()
                ? Optional.of(
                        new Refusal(
                                VendorMessage.RULE,
                                "The zone's serial is ahead of the name server's clock, which its"
                                        + " SOA-EDIT-API would set it to, so other name servers would not fetch the change. An"
                                        + " administrator must set SOA-EDIT-API to DEFAULT or INCREASE.",
                                "Ο σειριακός αριθμός της ζώνης είναι πιο μπροστά από το ρολόι του διακομιστή, από το οποίο θα τον έπαιρνε το SOA-EDIT-API, και έτσι οι άλλοι διακομιστές δεν θα έπαιρναν την αλλαγή. Ένας διαχειριστής πρέπει να ορίσει SOA-EDIT-API σε DEFAULT ή INCREASE."))
                : Optional.empty();
    }

    /** The SOA with the next serial, if the server does not raise it. */
    Optional<RecordSet> raised() {
        return mover == Mover.CALLER ? Optional.ofNullable(soa).map(ZoneSerial::next) : Optional.empty();
    }

    private Optional<Long> value() {
        return Optional.ofNullable(soa).map(set -> Long.parseLong(parts(set).group(2)));
    }

    private static RecordSet next(RecordSet soa) {
        var parts = parts(soa);
        var serial = (Long.parseLong(parts.group(2)) + 1) & 0xffff_ffffL;
        return new RecordSet(soa.name(), soa.type(), soa.ttl(), List.of(parts.group(1) + serial + parts.group(3)));
    }

    private static Matcher parts(RecordSet soa) {
        var parts = SOA.matcher(soa.records().getFirst());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an SOA record");
        }
        return parts;
    }

    /** RFC 1982 §3.2: serials are 32 bits, and the greater of two is less than 2^31 ahead. */
    private static boolean isAhead(long serial, long other) {
        return (int) (serial - other) > 0;
    }
}
