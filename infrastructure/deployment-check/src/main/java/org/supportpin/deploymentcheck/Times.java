package org.supportpin.deploymentcheck;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.command.Report;

/** When a token is valid, as API Gateway judges it: seconds since 1970 (RFC 7519 §2), which need not be an instant that there is. */
record Times(Realm realm, Clock clock, Report report) {

    static final String PERHAPS = "Seconds since 1970 are expected; perhaps it has milliseconds.";

    private static final String EXPIRED = "has expired, or never does (exp)";

    private static final Duration LONG = Duration.ofHours(1);

    /** Nobody means a token to live as long. */
    private static final Duration ABSURD = Duration.ofDays(36_525);

    void check(Json.Obj claims) {
        if (said(claims, "exp").isEmpty()) {
            realm.missing(report, EXPIRED, "Let the provider say when it expires.");
        }
        number(claims, "exp").ifPresent(this::expires);
        number(claims, "nbf").filter(this::isAhead).ifPresent(_ -> ahead("is not valid yet (nbf)"));
        number(claims, "iat").filter(this::isAhead).ifPresent(_ -> ahead("was issued in the future (iat)"));
    }

    private void expires(BigDecimal at) {
        if (at.compareTo(in(Duration.ZERO)) <= 0) {
            realm.missing(report, EXPIRED, "Get a new one, and run the check again at once.");
        } else if (at.compareTo(in(ABSURD)) > 0) {
            realm.missing(report, "expires in more than a hundred years (exp)", PERHAPS);
        } else if (at.compareTo(in(LONG)) > 0) {
            report.note(
                    "The token of " + realm.whose() + " lives longer than an hour.",
                    "It cannot be called back: let it live for minutes.");
        }
    }

    private boolean isAhead(BigDecimal at) {
        return at.compareTo(in(Service.LEEWAY)) > 0;
    }

    private void ahead(String what) {
        realm.missing(report, what, PERHAPS + " Or the issuer's clock is ahead: set it by NTP.");
    }

    private BigDecimal in(Duration time) {
        return BigDecimal.valueOf(clock.millis(), 3).add(BigDecimal.valueOf(time.toSeconds()));
    }

    /** Empty if it is not there or, which is a problem, no number. */
    private Optional<BigDecimal> number(Json.Obj claims, String name) {
        return said(claims, name).flatMap(value -> {
            if (value instanceof Json.Num(var number)) {
                return Optional.of(number);
            }
            realm.missing(
                    report, "has something else than a number (" + name + ")", "RFC 7519 wants seconds since 1970.");
            return Optional.empty();
        });
    }

    private static Optional<Json> said(Json.Obj claims, String name) {
        return claims.get(name).filter(value -> !(value instanceof Json.Null));
    }
}
