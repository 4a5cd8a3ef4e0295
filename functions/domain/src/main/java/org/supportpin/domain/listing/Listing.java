package org.supportpin.domain.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list of a customer's things, as far as a system gave it.
 *
 * @param items at most {@link #MOST}; without a gap, all there are
 * @param gap why some or all are missing; null if none are
 */
public record Listing<T>(List<T> items, @Nullable Gap gap) {

    /** Nobody chooses from more than that by telephone, and an answer stays well below the 6 MB that Lambda allows. */
    public static final int MOST = 200;

    public Listing {
        gap = items.size() > MOST ? Gap.MORE : gap;
        items = List.copyOf(items.subList(0, Math.min(MOST, items.size())));
    }

    /** All there are; the first {@link #MOST} if there are more. */
    public static <T> Listing<T> of(List<T> all) {
        return new Listing<>(all, null);
    }

    /** Nothing, and why. */
    public static <T> Listing<T> without(Gap gap) {
        return new Listing<>(List.of(), gap);
    }

    public Optional<Gap> missing() {
        return Optional.ofNullable(gap);
    }

    /** The same list of something else. */
    public <R> Listing<R> map(Function<? super T, ? extends R> change) {
        return new Listing<>(items.stream().<R>map(change).toList(), gap);
    }

    public boolean isNotListed() {
        return gap == Gap.NOT_LISTED;
    }

    /** Only those; the gap is the same. */
    public Listing<T> only(Predicate<? super T> which) {
        return new Listing<>(items.stream().filter(which).toList(), gap);
    }
}
