package org.supportpin.backoffice.delegation;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.registrar.ZoneKey;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.Algorithm;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Finds the keys that sign a zone (RFC 4035 §5.3). Verifying costs time, so there are few attempts: someone could serve many keys with the
 * same tag, and many signatures, none of which is right (CVE-2023-50387).
 */
final class Signatures {

    private static final int MOST_KEYS = 16;
    private static final int MOST_ATTEMPTS = 16;

    /** RSA with 4096 bits, and its exponent (RFC 3110 §2). */
    private static final int LONGEST_KEY = 520;

    /** Octets. */
    private static final int LONGEST_EXPONENT = 4;

    private static final Set<Integer> RSA = Set.of(
            Algorithm.RSAMD5, Algorithm.RSASHA1, Algorithm.RSA_NSEC3_SHA1, Algorithm.RSASHA256, Algorithm.RSASHA512);

    private final Name zone;
    private final Instant now;
    private int attempts;

    Signatures(Name zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /**
     * The keys with which the zone's key set is signed now; none unless its data, too, is signed with one of the set. A zone that was
     * copied without its private keys has none of them sooner or later.
     *
     * @param soa the answer with the zone's SOA record
     * @param dnskey the answer with its keys
     */
    Set<ZoneKey> keys(Message soa, Message dnskey) {
        var keys = records(dnskey, Type.DNSKEY, DNSKEYRecord.class).toList();
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            return Set.of();
        }
        var signing = keys.stream()
                .filter(key -> isSigned(dnskey, Type.DNSKEY, List.of(key)))
                .map(Signatures::zoneKey)
                .collect(Collectors.toSet());
        return isSigned(soa, Type.SOA, keys) ? signing : Set.of();
    }

    private boolean isSigned(Message answer, int type, List<DNSKEYRecord> keys) {
        var set = new RRset();
        records(answer, type, Record.class).forEach(set::addRR);
        return records(answer, Type.RRSIG, RRSIGRecord.class)
                .filter(signature -> signature.getTypeCovered() == type
                        && signature.getSigner().equals(zone))
                .anyMatch(signature -> keys.stream().anyMatch(key -> verifies(set, signature, key)));
    }

    /** An RSA key with an exponent of hundreds of octets takes a thousand times as long; real ones have one to three (RFC 3110 §2). */
    private static boolean isSlow(DNSKEYRecord key) {
        var octets = key.getKey();
        return octets.length > LONGEST_KEY
                || (RSA.contains(key.getAlgorithm())
                        && (octets[0] == 0 || Byte.toUnsignedInt(octets[0]) > LONGEST_EXPONENT));
    }

    /** dnsjava throws what it likes for keys and signatures that have not the form of their algorithm; none of them verifies anything. */
    private boolean verifies(RRset set, RRSIGRecord signature, DNSKEYRecord key) {
        try {
            if (key.getFootprint() != signature.getFootprint()
                    || key.getAlgorithm() != signature.getAlgorithm()
                    || isSlow(key)
                    || ++attempts > MOST_ATTEMPTS) {
                return false;
            }
            DNSSEC.verify(set, signature, key, now);
            return true;
        } catch (DNSSECException | RuntimeException e) {
            return false;
        }
    }

    private <R extends Record> Stream<R> records(Message answer, int type, Class<R> form) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type && record.getName().equals(zone))
                .filter(form::isInstance)
                .map(form::cast);
    }

    private static ZoneKey zoneKey(DNSKEYRecord key) {
        return new ZoneKey(
                key.getFlags(),
                key.getProtocol(),
                key.getAlgorithm(),
                Base64.getEncoder().encodeToString(key.getKey()));
    }
}
