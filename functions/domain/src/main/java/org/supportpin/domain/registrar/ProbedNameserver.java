package org.supportpin.domain.registrar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.name.DomainName;

/**
 * What a nameserver answered for a zone.
 *
 * @param replies one from each address that was asked; none if the host has no public address
 */
public record ProbedNameserver(DomainName host, List<Reply> replies) {

    public ProbedNameserver {
        replies = List.copyOf(replies);
    }

    /** The reply from one address. */
    public sealed interface Reply {

        /** None in time, or none that can be read. */
        record Silent() implements Reply {}

        /** One without authority for the zone (RFC 1035 §4.1.1, AA), or without the zone's data: a lame server (RFC 9499 §7). */
        record NotAuthoritative() implements Reply {}

        /** The zone's data, with authority. */
        record Serving(ServedZone zone) implements Reply {}
    }

    /** Why resolvers would not get the zone from a server. */
    enum Trouble {
        NO_ADDRESS("δεν έχει δημόσια διεύθυνση", "has no public address"),
        SILENT("δεν απαντά", "does not answer"),
        NOT_AUTHORITATIVE("δεν εξυπηρετεί αυτό το όνομα χώρου", "does not serve this domain");

        private final String greek;
        private final String english;

        Trouble(String greek, String english) {
            this.greek = greek;
            this.english = english;
        }

        /** In a sentence about the server. */
        String in(Language language) {
            return language.say(greek, english);
        }
    }

    /**
     * What is wrong with the server. An address that is silent beside one that serves the zone is nothing wrong: it may be IPv6, which
     * the service itself may not have. One that answers for others only is.
     */
    Optional<Trouble> trouble() {
        if (replies.isEmpty()) {
            return Optional.of(Trouble.NO_ADDRESS);
        }
        if (replies.stream().anyMatch(Reply.NotAuthoritative.class::isInstance)) {
            return Optional.of(Trouble.NOT_AUTHORITATIVE);
        }
        return zones().findAny().isPresent() ? Optional.empty() : Optional.of(Trouble.SILENT);
    }

    /** The zone as each address serves it that does. */
    Stream<ServedZone> zones() {
        return replies.stream()
                .flatMap(reply -> reply instanceof Reply.Serving(var zone) ? Stream.of(zone) : Stream.empty());
    }
}
