package org.supportpin.backoffice.json;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;

/** The JSON form of a value, declared once: {@link #from} reads what {@link #write} writes. */
public interface Codec<T> extends Read<T> {

    Json write(T value);

    static <T> Codec<T> of(Function<? super T, ? extends Json> write, Read<T> read) {
        return new Codec<>() {
            @Override
            public Json write(T value) {
                return write.apply(value);
            }

            @Override
            public Checked<T> from(Json json) {
                return read.from(json);
            }
        };
    }

    static Codec<String> string() {
        return of(Json::of, Read.string());
    }

    /** A string that a rule of the domain accepts. */
    static <T> Codec<T> text(Function<? super T, String> text, Function<String, Checked<T>> rule) {
        return of(value -> Json.of(text.apply(value)), Read.text(rule));
    }

    /**
     * A string that a constructor accepts, or rejects with an exception.
     *
     * @param fault what to say of a rejected string
     */
    static <T> Codec<T> text(Function<? super T, String> text, Function<String, T> constructor, String fault) {
        return text(text, given -> {
            try {
                return Checked.valid(constructor.apply(given));
            } catch (IllegalArgumentException | DateTimeException refused) {
                return Checked.faulty(fault);
            }
        });
    }

    /** One of the constants by its wire name. */
    static <E extends WireName> Codec<E> oneOf(E[] constants) {
        return text(WireName::text, text -> WireName.parse(constants, text));
    }

    /** A whole number within bounds, both inclusive. */
    static Codec<Integer> integer(int min, int max) {
        return of(Json::of, Read.integer(min, max));
    }

    static Codec<Boolean> bool() {
        return of(Json::of, Read.bool());
    }

    /** A list with a length within bounds, both inclusive, which are checked only in reading. */
    default Codec<List<T>> list(int min, int max) {
        return of(items -> Json.array(items, this::write), Read.list(this, min, max));
    }

    /** The same JSON form for another type. */
    default <R> Codec<R> as(Function<? super T, ? extends R> make, Function<? super R, ? extends T> of) {
        return of(value -> write(of.apply(value)), json -> from(json).map(make));
    }
}
