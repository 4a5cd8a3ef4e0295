package org.supportpin.domain.token;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How recently a customer has signed in, by what a token says of it ({@code auth_time}, OpenID Connect Core §2): seconds since 1970.
 * Whatever is not fresh counts as no recent sign-in; which it is, whoever sets up a deployment wants to know.
 */
public enum SignInTime {
    /** Within the last ten minutes: whoever calls has just given their credentials, not only found a session. */
    FRESH,
    NOT_SAID,
    /** Of another form than seconds since 1970. */
    NO_TIME,
    LONG_AGO,
    IN_THE_FUTURE;

    /** docs/panel-integration.md says how a panel asks its identity provider for it. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** How far the identity provider's clock may be ahead. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** API Gateway passes a number as text, a large one perhaps with an exponent. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,12})?(?:[eE]\\+?[0-9]{1,2})?");

    /** More digits than seconds have: milliseconds, or smaller still. */
    private static final Pattern FINER = Pattern.compile("[0-9]{13,}(?:\\.[0-9]+)?");

    /**
     * Judges a claim.
     *
     * @param said a number or a text, as text; for another type {@code ""}
     * @param real real time, by which tokens are issued
     * @return anything but {@link #NOT_SAID}, which is for a token without the claim
     */
    public static SignInTime of(String said, Clock real) {
        if (FINER.matcher(said).matches()) {
            return IN_THE_FUTURE;
        }
        return SECONDS.matcher(said).matches() ? judge(new BigDecimal(said), real) : NO_TIME;
    }

    private static SignInTime judge(BigDecimal at, Clock real) {
        var age = BigDecimal.valueOf(real.millis(), 3).subtract(at);
        if (age.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0) {
            return LONG_AGO;
        }
        return age.compareTo(BigDecimal.valueOf(-SKEW.toSeconds())) < 0 ? IN_THE_FUTURE : FRESH;
    }
}
