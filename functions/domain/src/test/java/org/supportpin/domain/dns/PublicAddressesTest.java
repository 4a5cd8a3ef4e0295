package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "256.1.1.1",
                "1.2.3.4 ",
                "0x7f.1",
                "2a02::1",
                "a.b.c.d",
                "1.2.3.4/24",
                "١.١.١.١"
            })
    void whatIsNoIpv4Address(String text) {
        assertThat(messageFor(PublicAddresses.ipv4(text))).contains("IPv4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4",
                "[2a02::1]",
                "2a02::1%eth0",
                "2a02:::1",
                "2a02::1::2",
                "2a02:1",
                "12345::",
                "2a02::1/64"
            })
    void whatIsNoIpv6Address(String text) {
        assertThat(messageFor(PublicAddresses.ipv6(text))).contains("IPv6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
                        "169.254.169.254",
                "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
                        "198.19.255.255",
                "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"
            })
    void anIpv4AddressThatIsNotPublic(String text) {
        assertThat(messageFor(PublicAddresses.ipv4(text))).contains("public address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::", "::1", "::ffff:8.8.8.8", "::8.8.8.8", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1",
                        "2001:1ff::1",
                "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:808:808::1", "3fff::1", "3fff:fff::1",
                        "5f00::1", "fc00::1",
                "fd12::1", "fe80::1", "fec0::1", "ff02::1", "4000::1", "1fff::1"
            })
    void anIpv6AddressThatIsNotPublic(String text) {
        assertThat(messageFor(PublicAddresses.ipv6(text))).contains("public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:200::1", "2003::1", "2000::1", "3ffe::1", "3fff:1000::1", "2001:db9::1"})
    void theNeighboursOfTheSpecialBlocksStayAllowed(String text) {
        assertThat(PublicAddresses.ipv6(text)).isInstanceOf(Checked.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "198.17.255.255",
                "198.20.0.0"
            })
    void theNeighboursOfTheSpecialIpv4BlocksStayAllowed(String text) {
        assertThat(PublicAddresses.ipv4(text)).isInstanceOf(Checked.Valid.class);
    }

    private static String messageFor(Checked<String> checked) {
        return switch (checked) {
            case Checked.Valid<String>(var value) -> throw new AssertionError("accepted as " + value);
            case Checked.Faulty<String>(var faults) -> faults.getFirst().message();
        };
    }
}
