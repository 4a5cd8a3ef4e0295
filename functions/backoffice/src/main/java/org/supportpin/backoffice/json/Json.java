package org.supportpin.backoffice.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value (RFC 8259). Members keep their order. */
public sealed interface Json {

    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** The text of a member that is a string. */
        public Optional<String> text(String name) {
            return get(name).map(json -> json instanceof Str(var value) ? value : null);
        }

        /** The object of a member that is one. */
        public Optional<Obj> object(String name) {
            return get(name).map(json -> json instanceof Obj object ? object : null);
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    /** The JSON literal {@code null}. */
    record Null() implements Json {}

    Null NULL = new Null();

    static Json of(@Nullable String value) {
        return value == null ? NULL : new Str(value);
    }

    static Json of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    static <T> Arr array(Iterable<T> items, Function<? super T, ? extends Json> each) {
        var list = new java.util.ArrayList<Json>();
        items.forEach(item -> list.add(each.apply(item)));
        return new Arr(list);
    }

    static Builder object() {
        return new Builder();
    }

    /** Builds an object, member by member. */
    final class Builder {
        private final Map<String, Json> members = new LinkedHashMap<>();

        public Builder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new Str(value));
        }

        public Builder put(String name, long value) {
            return put(name, of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, new Bool(value));
        }

        /** Nothing where there is no value. */
        public Builder putIfPresent(String name, @Nullable String value) {
            return value == null ? this : put(name, value);
        }

        /** Nothing where there is no value. */
        public Builder putIfPresent(String name, @Nullable Json value) {
            return value == null ? this : put(name, value);
        }

        public Obj build() {
            return new Obj(members);
        }
    }
}
