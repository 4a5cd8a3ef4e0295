package org.supportpin.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.supportpin.local.emulator.KnownFaults.KnownFault;

class KnownFaultsTest {

    private static final KnownFault KNOWN = new KnownFault(Emulator.MOTO, "1.0", "aTest", true, "It is not so.");

    /** A name that no test has would hide nothing, and stay for ever. */
    @Test
    void eachNamesATest() {
        var tests = Stream.concat(Stream.of(AwsContract.class), Stream.of(AwsContract.class.getDeclaredClasses()))
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getDeclaredMethods()),
                        Stream.of(type.getSuperclass().getDeclaredMethods())))
                .map(Method::getName)
                .toList();

        assertThat(tests).contains("aCallFromTheActivationToTheAction");
        assertThat(KnownFaults.ALL)
                .allSatisfy(fault -> assertThat(tests).contains(fault.test()))
                .allSatisfy(fault -> assertThat(fault.fault()).endsWith("."))
                .extracting(fault -> fault.emulator() + fault.test())
                .doesNotHaveDuplicates();
    }

    @Test
    void aTestWithoutAKnownFaultRunsAsItIs() {
        var runs = new AtomicInteger();

        assertThatCode(() -> KnownFaults.hold(null, runs::incrementAndGet)).doesNotThrowAnyException();
        assertThatThrownBy(() -> KnownFaults.hold(null, KnownFaultsTest::fail))
                .isInstanceOf(IllegalStateException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aKnownFaultIsSkipped() {
        assertThatThrownBy(() -> KnownFaults.hold(KNOWN, KnownFaultsTest::fail))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("moto 1.0, aTest: It is not so.")
                .hasMessageContaining("as it was");
    }

    @Test
    void aMendedFaultFailsUntilItsLineIsGone() {
        assertThatThrownBy(() -> KnownFaults.hold(KNOWN, () -> {}))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("take it out of the list: moto 1.0, aTest");
    }

    @Test
    void whereARaceDecidesBothAreRight() {
        var race = new KnownFault(Emulator.MOTO, "1.0", "aTest", false, "It is not always so.");

        assertThatCode(() -> KnownFaults.hold(race, () -> {})).doesNotThrowAnyException();
        assertThatThrownBy(() -> KnownFaults.hold(race, KnownFaultsTest::fail))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void whatIsSkippedAnywayStaysSo() {
        var skipped = new TestAbortedException("no Docker");

        assertThatThrownBy(() -> KnownFaults.hold(KNOWN, () -> {
                    throw skipped;
                }))
                .isSameAs(skipped);
    }

    @Test
    void anEmulatorIsNamedInTheEnvironment() {
        assertThat(Emulator.named(Map.of())).isEqualTo(Emulator.NONE_KNOWN);
        assertThat(Emulator.named(Map.of("SUPPORT_PIN_EMULATOR", "moto"))).isEqualTo(Emulator.MOTO);
        assertThat(Emulator.named(Map.of("SUPPORT_PIN_EMULATOR", "aws-emulator")))
                .isEqualTo(Emulator.AWS_EMULATOR);
        assertThatThrownBy(() -> Emulator.named(Map.of("SUPPORT_PIN_EMULATOR", "Moto")))
                .hasMessageContaining("localstack, moto, floci or aws-emulator");
    }

    private static void fail() {
        throw new IllegalStateException("as it was");
    }
}
