package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Bool;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;

/** Single values as PHP writes them: a number may be a string, and nothing may be an empty string. */
final class Scalars {

    private static final int MOST = 10_000;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,4})?");
    private static final Pattern FORMATTED = Pattern.compile("-?[0-9][0-9.,]*");
    private static final Pattern CENTS = Pattern.compile("(.*)[.,]([0-9]{2})");

    private Scalars() {}

    /** A string or number; empty for {@code null}. */
    static final Read<String> TEXT = json -> switch (json) {
        case Str(var value) -> Checked.valid(value);
        case Num(var value) -> Checked.valid(value.toPlainString());
        case Json.Null _ -> Checked.valid("");
        default -> Checked.faulty("Enter a string or a number.");
    };

    static final Read<Long> ID = of(text -> Numbers.of(text));

    /** An id; empty if there is none, which WHMCS writes as {@code 0}, {@code ""} or {@code null}. */
    static final Read<Optional<Long>> OPTIONAL_ID =
            json -> TEXT.from(json) instanceof Checked.Valid<String>(var text) && (text.isEmpty() || text.equals("0"))
                    ? Checked.valid(Optional.empty())
                    : ID.from(json).map(Optional::of);

    static final Read<Integer> COUNT =
            of(text -> text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());

    /** An amount such as {@code 15.95}. */
    static final Read<BigDecimal> AMOUNT_VALUE =
            of(text -> AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());

    /** An amount due: with at most two decimals, and not negative. */
    static final Read<BigDecimal> DUE = of(
            text -> text.matches("[0-9]{1,12}([.][0-9]{1,2})?") ? Optional.of(new BigDecimal(text)) : Optional.empty());

    /** An amount in any of the display formats of a currency: {@code $-8.67 USD}, {@code 1.234,56 €}. */
    static final Read<BigDecimal> SHOWN_AMOUNT = of(Scalars::shown);

    /** A boolean by PHP's rules. */
    static final Read<Boolean> FLAG = json -> switch (json) {
        case Bool(var value) -> Checked.valid(value);
        default -> TEXT.from(json).map(text -> !text.isEmpty() && !text.equals("0") && !text.equals("false"));
    };

    /** A billing cycle such as {@code Semi-Annually}; empty for others, such as {@code One Time}. */
    static final Read<Optional<BillingCycle>> CYCLE = of(text -> Optional.of(
            WireName.find(BillingCycle.values(), text.toLowerCase(Locale.ROOT).replace("-", ""))));

    /** {@code {"order": […]}}; empty also if PHP wrote an empty list or string instead of the object. */
    static <T> Read<List<T>> list(String inner, Read<T> each) {
        var items = Read.list(each, 0, MOST);
        return json -> json instanceof Obj object
                ? object.get(inner).map(items::from).orElseGet(() -> Checked.valid(List.of()))
                : isNothing(json) ? Checked.valid(List.of()) : Checked.faulty("Enter a list.");
    }

    /** As {@link #list}, without the items that cannot be read. */
    static <T> Read<List<T>> readable(String inner, Read<T> each) {
        return json -> list(inner, Read.json())
                .from(json)
                .map(items -> items.stream()
                        .flatMap(item -> each.from(item).asOptional().stream())
                        .toList());
    }

    /** Reads whatever there is; the other value where it cannot be read. */
    static <T> Read<T> orElse(Read<T> read, T other) {
        return json -> Checked.valid(read.from(json).asOptional().orElse(other));
    }

    /** Reads whatever there is; empty where it cannot be read. */
    static <T> Read<Optional<T>> maybe(Read<T> read) {
        return json -> Checked.valid(read.from(json).asOptional());
    }

    private static boolean isNothing(Json json) {
        return switch (json) {
            case Json.Arr(var items) -> items.isEmpty();
            case Str(var value) -> value.isEmpty();
            case Json.Null _ -> true;
            default -> false;
        };
    }

    private static Optional<BigDecimal> shown(String text) {
        var matcher = FORMATTED.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var number = matcher.group();
        var cents = CENTS.matcher(number);
        var plain = cents.matches()
                ? cents.group(1).replaceAll("[.,]", "") + "." + cents.group(2)
                : number.replaceAll("[.,]", "");
        return AMOUNT.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static <T> Read<T> of(Function<String, Optional<T>> read) {
        return json -> switch (TEXT.from(json)) {
            case Checked.Valid<String>(var text) ->
                read.apply(text).map(Checked::valid).orElseGet(() -> Checked.faulty("This is not a valid value."));
            case Checked.Faulty<String>(var faults) -> Checked.faulty(faults);
        };
    }
}
