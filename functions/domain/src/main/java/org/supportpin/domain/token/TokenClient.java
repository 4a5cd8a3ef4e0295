package org.supportpin.domain.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client of the token service may do: the panel's server, or that of the agents' tool.
 *
 * @param id its {@code client_id}
 * @param scopes that its tokens may have
 * @param claims about a token's subject that it may pass on
 * @param addresses from which it calls; at least one
 * @param perMinute how many tokens it gets in a minute of the clock
 */
public record TokenClient(
        String id,
        TokenRealm realm,
        Set<String> scopes,
        Set<String> claims,
        List<AddressRange> addresses,
        int perMinute) {

    /** @throws IllegalArgumentException if its realm has not all of the scopes and claims, or it has no scope or address */
    public TokenClient {
        scopes = Set.copyOf(scopes);
        claims = Set.copyOf(claims);
        addresses = List.copyOf(addresses);
        if (scopes.isEmpty() || !realm.scopes().containsAll(scopes)) {
            throw new IllegalArgumentException(
                    "the realm " + realm.text() + " has the scopes " + sorted(realm.scopes()));
        }
        if (!realm.claims().containsAll(claims)) {
            throw new IllegalArgumentException(
                    "the realm " + realm.text() + " has the claims " + sorted(realm.claims()));
        }
        if (addresses.isEmpty() || perMinute < 1) {
            throw new IllegalArgumentException("a client has an address and a number of tokens in a minute");
        }
    }

    public boolean mayCallFrom(String address) {
        return addresses.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * The scopes of a token; empty if it may not have them.
     *
     * @param asked separated by blanks (RFC 6749 §3.3). Whoever has several must say which: a token is not stronger by accident
     */
    public Optional<Set<String>> scopesFor(String asked) {
        if (asked.isEmpty()) {
            return Optional.of(scopes).filter(all -> all.size() == 1);
        }
        var wanted = Arrays.stream(asked.split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return wanted.isEmpty() || !scopes.containsAll(wanted) ? Optional.empty() : Optional.of(wanted);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
