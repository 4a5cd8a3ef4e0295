package org.supportpin.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked.Faulty;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.128/25, 203.0.113.127, false",
        "203.0.113.128/25, 203.0.113.128, true",
        "10.0.0.0/7, 11.255.255.255, true",
        "10.0.0.0/7, 12.0.0.0, false",
        "0.0.0.0/0, 198.51.100.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::1, 2001:0db8:0:0:0:0:0:1, true",
        "::ffff:203.0.113.7, 203.0.113.7, true",
        "127.0.0.1, localhost, false",
        "127.0.0.1, '', false",
        "127.0.0.1, 127.1, false"
    })
    void itContainsWhatSharesItsFirstBits(String range, String address, boolean contains) {
        assertThat(AddressRange.parse(range).orThrow().contains(address)).isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "203.0.113",
                "203.0.113.7/33",
                "203.0.113.256",
                "2001:db8::/129",
                "203.0.113.7/",
                "a:b:c",
                "203.0.113.7 ",
                "203.0.113.7/-1",
                "203.0.113.7/999"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThat(AddressRange.parse(text)).isInstanceOf(Faulty.class);
    }
}
