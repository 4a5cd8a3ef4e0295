package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "195.251.255.5, 195.251.255.5",
        "2A02:0587:0001:0:0:0:0:0010, 2a02:587:1::10",
        "2a02:587:1::195.251.255.5, 2a02:587:1::c3fb:ff05",
        "::ffff:8.8.8.8, 8.8.8.8",
        "::FFFF:808:808, 8.8.8.8",
        "0:0:0:0:0:ffff:195.251.255.5, 195.251.255.5",
        "::8.8.8.8, ::808:808"
    })
    void oneSpellingForEachAddress(String given, String text) {
        var address = IpAddress.parse(given).orThrow();

        assertThat(address.text()).isEqualTo(text).isEqualTo(address.toString());
        assertThat(new IpAddress(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ns1.allo.gr", "1.2.3", "01.2.3.4", "1.2.3.4 ", "[2a02::1]", "2a02::1%eth0", "2a02::1/64"})
    void whatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isInstanceOf(Checked.Faulty.class);
        assertThat(IpAddress.parsePublic(text)).isInstanceOf(Checked.Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "192.0.2.1", "255.255.255.255", "::1", "2001:db8::1", "fe80::1", "::ffff:8.8.8.8"})
    void whatIsThereMayBeLessThanPublicWhatIsAskedForMayNot(String text) {
        assertThat(IpAddress.parse(text)).isInstanceOf(Checked.Valid.class);
        assertThat(IpAddress.parsePublic(text)).isInstanceOf(Checked.Faulty.class);
    }

    @ParameterizedTest
    @CsvSource({"195.251.255.5, false", "2A02:587::1, true"})
    void publicAddressesOfBothKinds(String text, boolean isIpv6) {
        assertThat(IpAddress.parsePublic(text).orThrow().isIpv6()).isEqualTo(isIpv6);
    }

    @Test
    void anotherSpellingDoesNotComeOutOfTheStore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAddress("2A02:587::1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAddress("1.2.3"));
    }
}
