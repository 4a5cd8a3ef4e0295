package org.supportpin.domain.registrar;

import java.util.Base64;
import java.util.HexFormat;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Signing.DsData;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/**
 * A DNSKEY record's data (RFC 4034 §2.1).
 *
 * @param flags 0–65535
 * @param protocol 0–255; 3 in every valid key
 * @param algorithm 0–255
 * @param publicKey Base64
 */
public record ZoneKey(int flags, int protocol, int algorithm, String publicKey) {

    /** RFC 4034 §2.1.1: other keys verify no zone's signatures. */
    private static final int ZONE = 0x0100;

    /** RFC 5011 §2.1. */
    private static final int REVOKED = 0x0080;

    private static final int PROTOCOL = 3;

    public ZoneKey {
        if ((flags & ~0xFFFF) != 0 || (protocol & ~0xFF) != 0 || (algorithm & ~0xFF) != 0) {
            throw new IllegalArgumentException("not a DNSKEY record");
        }
    }

    /** Whether the DS record is of this key, so that resolvers trust the key: by key tag, algorithm and digest (RFC 4034 §5.2). */
    boolean isOf(DomainName zone, DsData ds) {
        if ((flags & (ZONE | REVOKED)) != ZONE || protocol != PROTOCOL || algorithm != ds.algorithm()) {
            return false;
        }
        var name = name(zone);
        var key = new DNSKEYRecord(
                name,
                DClass.IN,
                0,
                flags,
                protocol,
                algorithm,
                Base64.getDecoder().decode(publicKey));
        return key.getFootprint() == ds.keyTag()
                && digest(name, ds.digestType(), key).equals(ds.digest());
    }

    private static String digest(Name zone, int type, DNSKEYRecord key) {
        return HexFormat.of().withUpperCase().formatHex(new DSRecord(zone, DClass.IN, 0, type, key).getDigest());
    }

    private static Name name(DomainName zone) {
        try {
            return Name.fromString(zone.ascii(), Name.root);
        } catch (TextParseException e) {
            throw new IllegalStateException("a domain name that is none", e);
        }
    }
}
