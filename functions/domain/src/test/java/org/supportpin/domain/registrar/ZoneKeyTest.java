package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Signing.DsData;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;

class ZoneKeyTest {

    private static final DomainName ZONE = new DomainName("dskey.example.com");

    /** RFC 4034 §5.4. */
    private static final String KEY = "AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZ"
            + "DRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==";

    private static final String SHA_1 = "2BB183AF5F22588179A53B0A98631FAD1A292118";

    private static boolean matches(ZoneKey key, DsData ds) {
        return key.isOf(ZONE, ds);
    }

    /** RFC 4034 §5.4; RFC 4509 §2.3. */
    @ParameterizedTest
    @CsvSource({"1, " + SHA_1, "2, D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A"})
    void aDsRecordIsOfItsKey(int type, String digest) {
        assertThat(matches(new ZoneKey(256, 3, 5, KEY), new DsData(60485, 5, type, digest)))
                .isTrue();
    }

    /** RFC 6605 §6.2. */
    @Test
    void withSha384Too() {
        var key = new ZoneKey(
                257,
                3,
                14,
                "xKYaNhWdGOfJ+nPrL8/arkwf2EY3MDJ+SErKivBVSum1w/egsXvSADtNJhyem5RCOpgQ6K8X1DRSEkrbYQ+OB+v8"
                        + "/uX45NBwY8rp65F6Glur8I/mlVNgF6W/qTI37m40");
        var digest = "72d7b62976ce06438e9c0bf319013cf801f09ecc84b8d7e9495f27e305c6a9b0563a9b5f4d288405c3008a946df983d6"
                .toUpperCase(Locale.ROOT);

        assertThat(key.isOf(new DomainName("example.net"), new DsData(10771, 14, 4, digest)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "60484, 5, 1, " + SHA_1, // another tag
        "60485, 8, 1, " + SHA_1, // another algorithm
        "60485, 5, 1, 2BB183AF5F22588179A53B0A98631FAD1A292119",
        "60485, 5, 1, 2BB183AF",
    })
    void itIsOfNoOther(int tag, int algorithm, int type, String digest) {
        assertThat(matches(new ZoneKey(256, 3, 5, KEY), new DsData(tag, algorithm, type, digest)))
                .isFalse();
    }

    @Test
    void itIsOfTheZonesNameToo() {
        assertThat(new ZoneKey(256, 3, 5, KEY).isOf(new DomainName("example.com"), new DsData(60485, 5, 1, SHA_1)))
                .isFalse();
    }

    /** RFC 4034 §2.1.1 and §2.1.2, RFC 5011 §2.1. The tags and digests are those of the altered keys. */
    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "384, 3", "256, 2"})
    void aKeyThatVerifiesNothingIsOfNone(int flags, int protocol) throws Exception {
        var key = new DNSKEYRecord(
                Name.fromString("dskey.example.com."),
                1,
                0,
                flags,
                protocol,
                5,
                Base64.getDecoder().decode(KEY));
        var ds = new DSRecord(key.getName(), 1, 0, 1, key);
        var digest = HexFormat.of().withUpperCase().formatHex(ds.getDigest());

        assertThat(matches(new ZoneKey(flags, protocol, 5, KEY), new DsData(key.getFootprint(), 5, 1, digest)))
                .isFalse();
    }

    @Test
    void whatFitsIntoNoRecordIsNoKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZoneKey(65536, 3, 5, KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZoneKey(256, 256, 5, KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZoneKey(256, 3, -1, KEY));
    }
}
