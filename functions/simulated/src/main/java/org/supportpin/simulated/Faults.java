package org.supportpin.simulated;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.WireName;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/** Injected faults. Each strikes the given number of times, in any function. */
record Faults(Documents documents) {

    /**
     * Makes the next calls of an operation fail.
     *
     * @param times how many; 0 cancels a waiting fault
     */
    void inject(Operation operation, Fault fault, int times) {
        Document waiting;
        do {
            waiting = documents
                    .find(Kind.FAULTS, operation.text())
                    .orElseGet(() -> new Document(Kind.FAULTS, operation.text(), new Obj(Map.of()), 0));
        } while (!documents.write(List.of(waiting.with(body(fault, times)))));
    }

    /** Changes something, or fails as injected. */
    <R> CallOutcome<R> effect(Operation operation, Supplier<CallOutcome<R>> change) {
        return switch (next(operation).orElse(null)) {
            case null -> changed(change);
            case ERROR -> CallOutcome.notDone();
            case REFUSE ->
                CallOutcome.refused(new Refusal(
                        "back-office-refused",
                        "The back office refused the request.",
                        "Το σύστημα απέρριψε το αίτημα."));
            case TIMEOUT -> {
                var _ = changed(change);
                yield CallOutcome.unknown();
            }
        };
    }

    /** A change of a table that does not answer may or may not have happened. */
    private static <R> CallOutcome<R> changed(Supplier<CallOutcome<R>> change) {
        try {
            return change.get();
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.unknown();
        }
    }

    /** Reads something. Any injected fault makes it unavailable, which is the only way in which a read can fail. */
    <R> R reading(Operation operation, Supplier<R> read) {
        if (next(operation).isPresent()) {
            throw new BackOfficeUnavailable(operation.text());
        }
        return read.get();
    }

    /** The fault that strikes this call of an operation; empty if none is waiting. */
    Optional<Fault> next(Operation operation) {
        while (true) {
            var waiting = documents.find(Kind.FAULTS, operation.text());
            var times = waiting.map(each -> times(each.body())).orElse(0);
            if (times == 0) {
                return Optional.empty();
            }
            var fault = waiting.flatMap(each -> each.body().text("fault"))
                    .flatMap(text -> WireName.find(Fault.values(), text))
                    .orElseThrow();
            if (documents.write(List.of(waiting.get().with(body(fault, times - 1))))) {
                return Optional.of(fault);
            }
        }
    }

    private static Obj body(Fault fault, int times) {
        return Json.object().put("fault", fault.text()).put("times", times).build();
    }

    private static int times(Obj body) {
        return body.get("times")
                .map(json -> json instanceof Num(var value) ? value.intValue() : 0)
                .orElse(0);
    }
}
