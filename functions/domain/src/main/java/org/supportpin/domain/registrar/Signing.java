package org.supportpin.domain.registrar;

import java.util.List;

/**
 * What the registry publishes so that resolvers check a domain's signatures (DNSSEC, RFC 5910).
 *
 * @param isSigned whether it publishes DS records. If so, a zone without the matching key does not resolve
 * @param ds those records; empty if the domain is not signed, or the registry makes them of keys and does not show them
 */
public record Signing(boolean isSigned, List<DsData> ds) {

    public static final Signing NONE = new Signing(false, List.of());

    public Signing {
        ds = List.copyOf(ds);
        if (!isSigned && !ds.isEmpty()) {
            throw new IllegalArgumentException("DS records of a domain that is not signed");
        }
    }

    /**
     * A DS record's data (RFC 4034 §5.1).
     *
     * @param keyTag 0–65535
     * @param algorithm 0–255
     * @param digestType 0–255
     * @param digest hexadecimal, in capital letters
     */
    public record DsData(int keyTag, int algorithm, int digestType, String digest) {

        public DsData {
            if ((keyTag & ~0xFFFF) != 0
                    || (algorithm & ~0xFF) != 0
                    || (digestType & ~0xFF) != 0
                    || !digest.matches("([0-9A-F]{2}){1,128}")) {
                throw new IllegalArgumentException("not a DS record");
            }
        }
    }
}
