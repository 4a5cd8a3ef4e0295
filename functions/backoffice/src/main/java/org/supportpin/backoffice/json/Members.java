package org.supportpin.backoffice.json;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Fields.Field;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.check.Checked;

/**
 * The members of a JSON object, each declared once for reading and writing. In reading, a member comes from the object, and faults are
 * collected as by {@link Fields}; in writing, it comes from the value and is put into the object.
 *
 * @param <T> the type of the value
 */
public abstract sealed class Members<T> {

    private Members() {}

    public abstract <V> Field<V> required(String name, Codec<V> codec, Function<? super T, ? extends V> of);

    /** A member that is left out if the value has none. */
    public abstract <V> Field<V> optional(String name, Codec<V> codec, Function<? super T, ? extends @Nullable V> of);

    /** A member that is always present, and {@code null} if the value has none. */
    public abstract <V> Field<V> nullable(String name, Codec<V> codec, Function<? super T, ? extends @Nullable V> of);

    /** The value, if every member is valid and none is unknown. */
    public abstract Checked<T> make(Supplier<? extends T> value);

    /** As {@link #make}, for a value with its own rule. */
    public abstract Checked<T> then(Supplier<Checked<T>> value);

    /** All faults, for when a member is invalid that others depend on. */
    public abstract Checked<T> faulty();

    static final class Reading<T> extends Members<T> {
        private final Fields fields;

        Reading(Fields fields) {
            this.fields = fields;
        }

        @Override
        public <V> Field<V> required(String name, Codec<V> codec, Function<? super T, ? extends V> of) {
            return fields.required(name, codec);
        }

        @Override
        public <V> Field<V> optional(String name, Codec<V> codec, Function<? super T, ? extends @Nullable V> of) {
            return fields.optional(name, codec);
        }

        @Override
        public <V> Field<V> nullable(String name, Codec<V> codec, Function<? super T, ? extends @Nullable V> of) {
            return fields.nullable(name, codec);
        }

        @Override
        public Checked<T> make(Supplier<? extends T> value) {
            return fields.make(value);
        }

        @Override
        public Checked<T> then(Supplier<Checked<T>> value) {
            return fields.then(value);
        }

        @Override
        public Checked<T> faulty() {
            return fields.faulty();
        }
    }

    static final class Writing<T> extends Members<T> {
        private final T value;
        private final Json.Builder object = Json.object();

        Writing(T value) {
            this.value = value;
        }

        Obj object() {
            return object.build();
        }

        @Override
        public <V> Field<V> required(String name, Codec<V> codec, Function<? super T, ? extends V> of) {
            return put(name, codec, of.apply(value), null);
        }

        @Override
        public <V> Field<V> optional(String name, Codec<V> codec, Function<? super T, ? extends @Nullable V> of) {
            return put(name, codec, of.apply(value), null);
        }

        @Override
        public <V> Field<V> nullable(String name, Codec<V> codec, Function<? super T, ? extends @Nullable V> of) {
            return put(name, codec, of.apply(value), Json.Null.NULL);
        }

        private <V> Field<V> put(String name, Codec<V> codec, @Nullable V member, @Nullable Json none) {
            object.putIfPresent(name, member == null ? none : codec.write(member));
            return new Field<>(member);
        }

        @Override
        public Checked<T> make(Supplier<? extends T> made) {
            return Checked.valid(value);
        }

        @Override
        public Checked<T> then(Supplier<Checked<T>> made) {
            return Checked.valid(value);
        }

        @Override
        public Checked<T> faulty() {
            throw new IllegalStateException("a value that is written has no faults");
        }
    }
}
