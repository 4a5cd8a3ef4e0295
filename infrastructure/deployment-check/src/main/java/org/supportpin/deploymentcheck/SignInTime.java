package org.supportpin.deploymentcheck;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;

/**
 * When a customer has signed in, by a token. The functions judge it by {@code SignIn} in functions/handlers, which this module does not
 * see; what is the same here, SignInTimeTest holds to it.
 */
enum SignInTime {
    /** Whoever has this token may change the mobile. */
    FRESH,
    NOT_SAID,
    /** Of another form than seconds since 1970. */
    NO_TIME,
    LONG_AGO,
    IN_THE_FUTURE;

    static final Duration LONGEST = Duration.ofMinutes(10);

    static final Duration SKEW = Duration.ofMinutes(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,12})?(?:[eE]\\+?[0-9]{1,2})?");

    /** More digits than seconds have: milliseconds, or smaller still. */
    private static final Pattern FINER = Pattern.compile("[0-9]{13,}(?:\\.[0-9]+)?");

    /**
     * Reads it from the claims of a token.
     *
     * @param claim the claim's name
     * @param real real time
     */
    static SignInTime of(Json.Obj claims, String claim, Clock real) {
        return claims.get(claim)
                .filter(value -> !(value instanceof Json.Null))
                .map(value -> of(value, real))
                .orElse(NOT_SAID);
    }

    private static SignInTime of(Json value, Clock real) {
        var text = Optional.of(value)
                .filter(each -> each instanceof Json.Str || each instanceof Json.Num)
                .map(Json::asText)
                .orElse("");
        if (FINER.matcher(text).matches()) {
            return IN_THE_FUTURE;
        }
        return SECONDS.matcher(text).matches() ? judge(new BigDecimal(text), real) : NO_TIME;
    }

    private static SignInTime judge(BigDecimal at, Clock real) {
        var age = BigDecimal.valueOf(real.millis(), 3).subtract(at);
        if (age.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0) {
            return LONG_AGO;
        }
        return age.compareTo(BigDecimal.valueOf(-SKEW.toSeconds())) < 0 ? IN_THE_FUTURE : FRESH;
    }
}
