package org.supportpin.backoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;

/**
 * How every operation of every connector over HTTP handles failures: what certainly did not happen is not done, what may have
 * happened is unknown, and what cannot be read is unavailable. No result is ever invented.
 */
public abstract class FailuresContract {

    /** Short, but far longer than an answer on this machine takes. */
    protected static final Timeouts HASTY = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** Long enough for a slow machine, for tests without a time-out. */
    protected static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    protected static final String SECRET = "canary-Secret/1";
    protected static final SecretReference REFERENCE = new SecretReference("/support-pin/key");
    protected static final SecretStore SECRETS = reference -> {
        assertThat(reference).isEqualTo(REFERENCE);
        return new Secret(SECRET);
    };

    /** The connector's operations, by name. */
    public record Operations(Map<String, Supplier<?>> reading, Map<String, Supplier<CallOutcome<?>>> changing) {}

    protected final StubServer server = StubServer.start();
    private final List<StubServer> others = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
        others.forEach(StubServer::close);
    }

    private StubServer another(StubServer other, Function<Asked, Behaviour> behaviour) {
        others.add(other);
        return other.does(behaviour);
    }

    protected abstract Operations operations(Endpoint endpoint, SecretStore secrets, Timeouts patience);

    /** The system's normal answer. */
    protected abstract Behaviour well(Asked request);

    /** Whether a request changes something, rather than reads before a change. */
    protected abstract boolean isChange(Asked request);

    /** The system's answer to an unknown caller. */
    protected abstract Behaviour unknownCaller();

    /** Answers that the system never gives, each of which counts as none. */
    protected abstract List<Behaviour> nonsense();

    @TestFactory
    Stream<DynamicTest> allIsWell() {
        server.does(this::well);
        var operations = operations(server.endpoint(), SECRETS, CALM);
        return Stream.concat(
                each(operations.reading(), call -> assertThat(call.get()).isNotNull()),
                each(operations.changing(), call -> assertThat(call.get()).isInstanceOf(CallOutcome.Done.class)));
    }

    @TestFactory
    Stream<DynamicTest> nothingListens() {
        return nothingHappens(operations(StubServer.nowhere(), SECRETS, CALM));
    }

    @TestFactory
    Stream<DynamicTest> theCertificateIsNotTrusted() {
        var tls = another(StubServer.startWithTls(), this::well);
        return nothingHappens(operations(tls.endpoint(), SECRETS, CALM))
                .onClose(() -> assertThat(tls.asked()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> theServerIsInAnotherNetwork() {
        server.does(this::well);
        var elsewhere = new Endpoint(URI.create(server.endpoint().base().toString()), Network.PUBLIC);
        return nothingHappens(operations(elsewhere, SECRETS, CALM))
                .onClose(() -> assertThat(server.asked()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> theSecretIsNotAvailable() {
        server.does(this::well);
        SecretStore closed = _ -> {
            throw new SecretUnavailable("closed");
        };
        return nothingHappens(operations(server.endpoint(), closed, CALM))
                .onClose(() -> assertThat(server.asked()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> theSecretIsNotASingleLine() {
        SecretStore broken = _ -> new Secret("two\r\nlines");
        return nothingHappens(operations(server.endpoint(), broken, CALM))
                .onClose(() -> assertThat(server.asked()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> theCallerIsUnknown() {
        server.does(_ -> unknownCaller());
        return nothingHappens(operations(server.endpoint(), SECRETS, CALM));
    }

    /** It is unknown whether the change was made. All wait at the same time, to keep the test short. */
    @TestFactory
    Stream<DynamicTest> noAnswerComesInTime() {
        server.does(request -> isChange(request) ? new Behaviour.Hangs() : well(request));
        var hanging = another(StubServer.start(), _ -> new Behaviour.Hangs());
        return Stream.concat(
                each(started(operations(server.endpoint(), SECRETS, HASTY).changing()), FailuresContract::isUnknown),
                each(
                        started(operations(hanging.endpoint(), SECRETS, HASTY).reading()),
                        FailuresContract::isUnavailable));
    }

    private static Map<String, Supplier<?>> started(Map<String, ? extends Supplier<?>> calls) {
        var started = new LinkedHashMap<String, Supplier<?>>();
        calls.forEach((name, call) -> {
            var run = new FutureTask<Object>(call::get);
            Thread.ofVirtual().start(run);
            started.put(name, () -> {
                try {
                    return run.get();
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            });
        });
        return started;
    }

    @TestFactory
    Stream<DynamicTest> theConnectionBreaks() {
        return Stream.<Behaviour>of(new Behaviour.Drops(), new Behaviour.BreaksOff())
                .flatMap(this::isUnknownOrUnavailable);
    }

    @TestFactory
    Stream<DynamicTest> theAnswerIsNonsense() {
        return Stream.concat(
                        nonsense().stream(),
                        Stream.of(
                                Behaviour.says(200, "not what was expected"),
                                Behaviour.says(200, ""),
                                Behaviour.says(500, "oops"),
                                new Behaviour.Says(
                                        200, Map.of(), Content.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0, '{'})),
                                new Behaviour.Says(
                                        307, Map.of("Location", "http://127.0.0.1:1/elsewhere"), Content.EMPTY)))
                .flatMap(this::isUnknownOrUnavailable);
    }

    private Stream<DynamicTest> isUnknownOrUnavailable(Behaviour behaviour) {
        var change = another(StubServer.start(), request -> isChange(request) ? behaviour : well(request));
        var always = another(StubServer.start(), _ -> behaviour);
        return Stream.concat(
                each(operations(change.endpoint(), SECRETS, CALM).changing(), FailuresContract::isUnknown),
                each(operations(always.endpoint(), SECRETS, CALM).reading(), FailuresContract::isUnavailable));
    }

    private Stream<DynamicTest> nothingHappens(Operations operations) {
        return Stream.concat(
                each(operations.changing(), call -> assertThat(call.get()).isInstanceOf(CallOutcome.NotDone.class)),
                each(operations.reading(), FailuresContract::isUnavailable));
    }

    private static void isUnknown(Supplier<?> call) {
        assertThat(call.get()).isInstanceOf(CallOutcome.Unknown.class);
    }

    private static void isUnavailable(Supplier<?> call) {
        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(call::get)
                .satisfies(e -> assertThat(e).message().doesNotContain(SECRET));
    }

    private static <T> Stream<DynamicTest> each(
            Map<String, T> operations, org.junit.jupiter.api.function.ThrowingConsumer<T> check) {
        return operations.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check.accept(each.getValue())));
    }
}
