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
 * Reads an object's members and gathers every fault, an unknown member among them, so that a misspelt one is never ignored.
 *
 * <p>First name each member, then {@link #make} the value: its supplier runs only if nothing was wrong.
 *
 * <p>For what is only read. What is written too declares its members once, as {@link Members}.
 */
public final class Fields {

    /** A name that may be told back. Another one may be anything, a PIN in the wrong place among them. */
    private static final Pattern SAYABLE = Pattern.compile("(?!.*[0-9]{4})[^@\\p{Cntrl}]{1,64}");

    private final Obj object;
    private final Set<String> known = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean takesOthers;

    public Fields(Obj object) {
        this.object = object;
    }

    /** A member, which is there once the object turned out to be without fault. */
    public static final class Field<T> {
        private final @Nullable T value;

        Field(@Nullable T value) {
            this.value = value;
        }

        /** The value of a member that is required. */
        public T get() {
            if (value == null) {
                throw new IllegalStateException("a member is read before its object is known to be without fault");
            }
            return value;
        }

        /** The value, or null where the member is not given. */
        public @Nullable T orNull() {
            return value;
        }

        /** The value, or another where the member is not given. */
        public T orElse(T other) {
            return value == null ? other : value;
        }
    }

    /** Lets members stand that are not named here: for what another system answers, which may say more in its next version. */
    public Fields takingOthers() {
        takesOthers = true;
        return this;
    }

    public <T> Field<T> required(String name, Read<T> read) {
        known.add(name);
        var given = given(name);
        if (given.isEmpty()) {
            faults.add(new Fault("", "This member is required.").within(name));
            return new Field<>(null);
        }
        return read(name, given.get(), read);
    }

    /** A member that may be absent. {@code null} is not a value, and refused like any other of the wrong type. */
    public <T> Field<T> optional(String name, Read<T> read) {
        known.add(name);
        return given(name).map(json -> read(name, json, read)).orElseGet(() -> new Field<>(null));
    }

    /** A member that is required, and may be {@code null} for no value. */
    public <T> Field<T> nullable(String name, Read<T> read) {
        if (given(name).equals(Optional.of(Json.Null.NULL))) {
            known.add(name);
            return new Field<>(null);
        }
        return required(name, read);
    }

    /** A member that may be absent, and of which as much is taken as can be read. */
    public <T> Field<T> optionalPartly(String name, Read<PartialResult<T>> read) {
        var partly = optional(name, read).orNull();
        if (partly == null) {
            return new Field<>(null);
        }
        partly.faults().forEach(fault -> faults.add(fault.within(name)));
        return new Field<>(partly.value());
    }

    /** A fault that only shows once several members are seen together. */
    public Fields fault(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Whether a member is given, right or wrong. */
    public boolean has(String name) {
        return given(name).isPresent();
    }

    /** Whether nothing was wrong so far. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** The value, if every member was right and none is unknown. */
    public <T> Checked<T> make(Supplier<? extends T> value) {
        return then(() -> Checked.valid(value.get()));
    }

    /** As {@link #make}, for a value with a rule of its own. */
    public <T> Checked<T> then(Supplier<Checked<T>> value) {
        addUnknown();
        return faults.isEmpty() ? value.get() : Checked.faulty(faults);
    }

    /** The value of what could be read, whatever was wrong; its supplier takes each member by {@link Field#orNull}. */
    public <T> PartialResult<T> partly(Supplier<T> value) {
        addUnknown();
        return new PartialResult<>(value.get(), faults);
    }

    /** All that was wrong, for where a member is faulty that the value cannot do without. */
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
        return SAYABLE.matcher(name).matches()
                ? new Fault("", "There is no such member; remove it.").within(name)
                : new Fault("", "There is a member of an unknown name in it; remove it.");
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
