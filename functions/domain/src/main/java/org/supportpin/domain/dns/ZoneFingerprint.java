package org.supportpin.domain.dns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** SHA-256 over a zone's RRsets, each part prefixed with its length, so that no two zones have the same encoding. */
final class ZoneFingerprint {

    private static final Set<String> KEPT_UP_BY_THE_SERVER = Set.of("SOA", "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM");

    private final MessageDigest digest;

    private ZoneFingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(Zone zone) {
        try {
            return new ZoneFingerprint(MessageDigest.getInstance("SHA-256")).over(zone);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private String over(Zone zone) {
        add(zone.name().ascii());
        for (var set : zone.recordSets()) {
            if (!KEPT_UP_BY_THE_SERVER.contains(set.type().text())) {
                add(set);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(RecordSet set) {
        add(set.name().ascii());
        add(set.type().text());
        add(set.ttl());
        add(set.records().size());
        set.records().forEach(this::add);
    }

    private void add(String text) {
        var octets = text.getBytes(StandardCharsets.UTF_8);
        add(octets.length);
        digest.update(octets);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
