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

        /** A member that is a string. */
        public Optional<String> text(String name) {
            return get(name).map(json -> json instanceof Str(var value) ? value : null);
        }

        /** A member that is an object. */
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
    record Null() implements Json {
        public static final Null NULL = new Null();
    }

    /** The members of an object; empty for any other value. */
    default Map<String, Json> members() {
        return Map.of();
    }

    /** The items of a list; empty for any other value. */
    default List<Json> items() {
        return List.of();
    }

    /** The member with a name; {@link Null#NULL} if there is none. */
    default Json path(String name) {
        return members().getOrDefault(name, Null.NULL);
    }

    /** The item at an index; {@link Null#NULL} if there is none. */
    default Json path(int index) {
        return index < items().size() ? items().get(index) : Null.NULL;
    }

    default boolean has(String name) {
        return members().containsKey(name);
    }

    default boolean isNull() {
        return this instanceof Null;
    }

    /** A string, number or boolean as text; empty for any other value. */
    default String asText() {
        return switch (this) {
            case Str(var value) -> value;
            case Num(var value) -> value.toString();
            case Bool(var value) -> Boolean.toString(value);
            case Obj _, Arr _, Null _ -> "";
        };
    }

    static Json of(@Nullable String value) {
        return value == null ? Null.NULL : new Str(value);
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

        /** Puts every member of another object. */
        public Builder putAll(Obj object) {
            members.putAll(object.members());
            return this;
        }

        public Builder putIfPresent(String name, @Nullable String value) {
            return value == null ? this : put(name, value);
        }

        /** Puts nothing for null. */
        public Builder putIfPresent(String name, @Nullable Json value) {
            return value == null ? this : put(name, value);
        }

        public Obj build() {
            return new Obj(members);
        }
    }
}
