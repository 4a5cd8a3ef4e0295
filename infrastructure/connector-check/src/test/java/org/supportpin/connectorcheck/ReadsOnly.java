package org.supportpin.connectorcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.supportpin.backoffice.testing.FailuresContract.Operations;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;

/** Every reading operation of a connector passes the check's watch, and no changing one does. */
public final class ReadsOnly {

    private ReadsOnly() {}

    /**
     * Calls every operation of connectors made under the watch.
     *
     * @param unneeded reading operations that the check does not make, and that do not pass either
     * @param isChange whether a request changes something in the system
     */
    public static void verify(
            String connector,
            StubServer server,
            Supplier<Operations> made,
            Predicate<Asked> isChange,
            String... unneeded) {
        made.get().reading().keySet().stream()
                .filter(name -> !List.of(unneeded).contains(name))
                .forEach(name -> {
                    var watch = new ReadOnly(connector);
                    assertThat(called(call(made, watch).reading(), name))
                            .as(name)
                            .isNotNull();
                    assertThat(watch.hasRefused()).as("%s is refused", name).isFalse();
                    assertThat(watch.exchanges()).as("%s is seen", name).isNotEmpty();
                });
        for (var name : unneeded) {
            var watch = new ReadOnly(connector);
            assertThatThrownBy(() -> called(call(made, watch).reading(), name))
                    .isInstanceOf(BackOfficeUnavailable.class);
            assertThat(watch.hasRefused()).as("%s is refused", name).isTrue();
        }
        made.get().changing().keySet().forEach(name -> {
            var watch = new ReadOnly(connector);
            assertThat(called(call(made, watch).changing(), name)).as(name).isNotInstanceOf(CallOutcome.Done.class);
            assertThat(watch.hasRefused()).as("%s is refused", name).isTrue();
        });
        assertThat(server.asked()).as("requests").isNotEmpty();
        assertThat(server.asked().stream().filter(isChange).map(Asked::path).toList())
                .as("requests that change something")
                .isEqualTo(List.of());
    }

    private static Object called(Map<String, ? extends Supplier<?>> operations, String name) {
        return Objects.requireNonNull(operations.get(name)).get();
    }

    private static Operations call(Supplier<Operations> made, ReadOnly watch) {
        return watch.over(made::get);
    }
}
