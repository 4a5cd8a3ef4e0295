package org.supportpin.backoffice.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;

/**
 * Reads an object's members and collects every fault. An unknown member is one, so that a misspelt name is never ignored.
 *
 * <p>Declare each member first, then {@link #make} the value: its supplier runs only if there is no fault.
 *
 * <p>For values that are only read. Those that are also written use {@link ObjectCodec}.
 */
public final class Fields {

    /** A name that may be repeated in a fault. Any other could contain a PIN in the wrong place. */
    private static final Pattern REPEATABLE = Pattern.compile("(?!.*[0-9]{4})[^@\\p{Cntrl}]{1,64}");

    private final Obj object;
    private final Set<String> known = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean takesOthers;

    public Fields(Obj object) {
        this.object = object;
    }

    /** A member, which is available once the object has no fault. */
    public static final class Field<T> {
        private final @Nullable T value;

        Field(@Nullable T value) {
            this.value = value;
        }

        /** The value of a required member. */
        public T get() {
            if (value == null) {
                throw new IllegalStateException("a member was read before its object was checked");
            }
            return value;
        }

        /** The value, or null if the member is absent. */
        public @Nullable T orNull() {
            return value;
        }

        /** The value, or another if the member is absent. */
        public T orElse(T other) {
            return value == null ? other : value;
        }
    }

    /** Accepts undeclared members: for the answers of another system, whose next version may have more. */
    public Fields takingOthers() {
        takesOthers = true;
        return this;
    }

    public <T> Field<T> required(String name, Read<T> read) {
        known.add(name);
        var given = given(name);
        if (given.isEmpty()) {
            faults.add(new Fault("", "This member is required.", "Το πεδίο είναι υποχρεωτικό.").within(name));
            return new Field<>(null);
        }
        return read(name, given.get(), read);
    }

    /** A member that may be absent. {@code null} is rejected like any value of the wrong type. */
    public <T> Field<T> optional(String name, Read<T> read) {
        known.add(name);
        return given(name).map(json -> read(name, json, read)).orElseGet(() -> new Field<>(null));
    }

    /** A required member that may be {@code null} for no value. */
    public <T> Field<T> nullable(String name, Read<T> read) {
        if (given(name).equals(Optional.of(Json.Null.NULL))) {
            known.add(name);
            return new Field<>(null);
        }
        return required(name, read);
    }

    /** A member that may be absent, and is read as far as possible. */
    public <T> Field<T> optionalPartly(String name, Read<PartialResult<T>> read) {
        var partly = optional(name, read).orNull();
        if (partly == null) {
            return new Field<>(null);
        }
        partly.faults().forEach(fault -> faults.add(fault.within(name)));
        return new Field<>(partly.value());
    }

    /** Adds a fault that concerns several members together. */
    public Fields fault(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Whether a member is present, valid or not. */
    public boolean has(String name) {
        return given(name).isPresent();
    }

    /** Whether there is no fault so far. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** The value, if every member is valid and none is unknown. */
    public <T> Checked<T> make(Supplier<? extends T> value) {
        return then(() -> Checked.valid(value.get()));
    }

    /** As {@link #make}, for a value with its own rule. */
    public <T> Checked<T> then(Supplier<Checked<T>> value) {
        addUnknown();
        return faults.isEmpty() ? value.get() : Checked.faulty(faults);
    }

    /** The value as far as it could be read; its supplier must use {@link Field#orNull}. */
    public <T> PartialResult<T> partly(Supplier<T> value) {
        addUnknown();
        return new PartialResult<>(value.get(), faults);
    }

    /** All faults, for when an indispensable member is invalid. */
    public <T> Checked<T> faulty() {
        addUnknown();
        return Checked.faulty(faults);
    }

    private void addUnknown() {
        if (takesOthers) {
            return;
        }
        object.members().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(Fields::unknown)
                .distinct()
                .forEach(faults::add);
    }

    private static Fault unknown(String name) {
        return REPEATABLE.matcher(name).matches()
                ? new Fault("", "This member is unknown; remove it.", "Άγνωστο πεδίο: αφαιρέστε το.").within(name)
                : new Fault(
                        "",
                        "The object has a member with an unknown name; remove it.",
                        "Υπάρχει πεδίο με άγνωστο όνομα: αφαιρέστε το.");
    }

    private Optional<Json> given(String name) {
        return object.get(name);
    }

    private <T> Field<T> read(String name, Json json, Read<T> read) {
        return switch (read.from(json)) {
            case Valid<T>(var value) -> new Field<>(value);
            case Faulty<T>(var found) -> {
                found.forEach(fault -> faults.add(fault.within(name)));
                yield new Field<>(null);
            }
        };
    }
}
