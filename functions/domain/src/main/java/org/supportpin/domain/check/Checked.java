package org.supportpin.domain.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The result of checking a value: the value, or all of its faults. */
public sealed interface Checked<T> {

    /** The value passed. */
    record Valid<T>(T value) implements Checked<T> {}

    /** The value did not pass. The list is never empty. */
    record Faulty<T>(List<Fault> faults) implements Checked<T> {
        public Faulty {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("faulty without a fault");
            }
        }
    }

    static <T> Checked<T> valid(T value) {
        return new Valid<>(value);
    }

    /** One fault of the value itself. */
    static <T> Checked<T> faulty(String message) {
        return new Faulty<>(List.of(new Fault("", message)));
    }

    /** One fault of the value itself, in both languages. */
    static <T> Checked<T> faulty(String english, String greek) {
        return new Faulty<>(List.of(new Fault("", english, greek)));
    }

    static <T> Checked<T> faulty(Fault fault) {
        return new Faulty<>(List.of(fault));
    }

    static <T> Checked<T> faulty(List<Fault> faults) {
        return new Faulty<>(faults);
    }

    default <R> Checked<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Valid<T>(var value) -> new Valid<>(change.apply(value));
            case Faulty<T>(var faults) -> new Faulty<>(faults);
        };
    }

    /** The same, where the change itself may find a fault. */
    default <R> Checked<R> flatMap(Function<? super T, Checked<R>> change) {
        return switch (this) {
            case Valid<T>(var value) -> change.apply(value);
            case Faulty<T>(var faults) -> new Faulty<>(faults);
        };
    }

    /** The value, where its faults do not matter. */
    default Optional<T> asOptional() {
        return this instanceof Valid<T>(var value) ? Optional.of(value) : Optional.empty();
    }

    /**
     * The value of something known to be valid, such as a constant or a value that was checked before it was stored.
     *
     * @throws IllegalArgumentException if it is not valid; the message does not contain the value
     */
    default T orThrow() {
        return switch (this) {
            case Valid<T>(var value) -> value;
            case Faulty<T>(var faults) ->
                throw new IllegalArgumentException(faults.getFirst().message());
        };
    }
}
