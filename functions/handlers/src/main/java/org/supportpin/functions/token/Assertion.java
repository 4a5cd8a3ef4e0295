package org.supportpin.functions.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.token.TokenClient;

/**
 * The claims of an assertion whose signature is checked (RFC 7523 §3), and the rules for them.
 *
 * @param now real time
 */
record Assertion(Obj claims, TokenClient client, Instant now) {

    /** Somebody who reads an assertion on its way has no longer to use it first. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** How far the client's clock may be off. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("[!-~]{8,128}");
    private static final Set<String> OF_ASSERTIONS = Set.of("iss", "sub", "aud", "exp", "iat", "nbf", "jti");
    private static final int LONGEST_TEXT = 128;

    /** What is wrong with audience, times and id; empty if nothing. */
    Optional<Refusal> fault(Set<String> audiences) {
        if (!hasAudience(audiences)) {
            return Optional.of(Refusal.AUDIENCE);
        }
        if (seconds("exp").filter(value -> value.signum() > 0).isEmpty()) {
            return Optional.of(Refusal.NO_EXPIRY);
        }
        if (isBefore("exp", now)) {
            return Optional.of(Refusal.EXPIRED);
        }
        if (!isBefore("exp", now.plus(LONGEST).plus(SKEW))) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (!isTimeIfGiven("iat") || !isTimeIfGiven("nbf")) {
            return Optional.of(Refusal.NO_TIME);
        }
        if (isTooEarly("iat") || isTooEarly("nbf")) {
            return Optional.of(Refusal.TOO_EARLY);
        }
        return claims.text("jti").filter(id -> ID.matcher(id).matches()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.NO_ID);
    }

    /** Exactly one: an assertion for two recipients could be used by either at the other. */
    private boolean hasAudience(Set<String> audiences) {
        var given = claims.path("aud");
        var one = given instanceof Json.Arr(var items) && items.size() == 1 ? items.getFirst() : given;
        return one instanceof Json.Str(var text) && audiences.contains(text);
    }

    private boolean isTimeIfGiven(String name) {
        return !claims.has(name) || seconds(name).isPresent();
    }

    private boolean isTooEarly(String name) {
        return claims.has(name) && !isBefore(name, now.plus(SKEW).plusMillis(1));
    }

    /** Whether a time is earlier than an instant, or the same. */
    private boolean isBefore(String name, Instant instant) {
        return seconds(name)
                .filter(value -> value.compareTo(BigDecimal.valueOf(instant.toEpochMilli(), 3)) <= 0)
                .isPresent();
    }

    /** Any number of seconds since 1970, before it too (RFC 7519 §2). */
    private Optional<BigDecimal> seconds(String name) {
        return claims.path(name) instanceof Json.Num(var value) ? Optional.of(value) : Optional.empty();
    }

    /** By what no other assertion of the client is like it. */
    Hash id() {
        return Hash.of((client.id() + " " + claims.text("jti").orElseThrow()).getBytes(UTF_8));
    }

    /** When it can be forgotten. */
    Instant until() {
        return now.plus(LONGEST).plus(SKEW).plus(SKEW);
    }

    /** Whom the token is for; agents' ids have the same form as customers'. */
    Optional<String> subject() {
        return claims.text("sub")
                .flatMap(text -> CustomerId.parse(text).asOptional())
                .map(CustomerId::value);
    }

    /** What the client says about the subject; empty if it says what it may not, or in a wrong form. */
    Optional<Map<String, Json>> passedOn() {
        var passed = new LinkedHashMap<String, Json>();
        for (var claim : claims.members().entrySet()) {
            var name = claim.getKey();
            if (OF_ASSERTIONS.contains(name)) {
                continue;
            }
            if (!client.claims().contains(name) || !isOfItsType(name, claim.getValue())) {
                return Optional.empty();
            }
            passed.put(name, claim.getValue());
        }
        return Optional.of(passed);
    }

    private boolean isOfItsType(String name, Json value) {
        return switch (name) {
            case "auth_time" -> value instanceof Json.Num(var number) && number.signum() > 0 && !isTooEarly(name);
            case "phone_number_verified" -> value instanceof Json.Bool;
            default -> value instanceof Json.Str(var text) && !text.isEmpty() && text.length() <= LONGEST_TEXT;
        };
    }
}
