package org.supportpin.functions.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;

/** Who calls, by the token's claims and nothing else. */
public sealed interface Caller {

    /**
     * A customer, who acts on itself alone.
     *
     * @param mobile the number that the panel's identity provider has verified, if it is a mobile that is served; judged when asked for
     * @param language of the token's {@code locale}; null where it names none that is served
     */
    record Customer(
            CustomerId id,
            Supplier<Optional<PhoneNumber>> mobile,
            @Nullable Language language) implements Caller {

        public boolean hasVerifiedMobile() {
            return mobile.get().isPresent();
        }

        public Language languageOr(Language otherwise) {
            return language == null ? otherwise : language;
        }
    }

    /** Somebody of the hosting company: an agent, a supervisor, an auditor. */
    record Staff(AgentId id, Set<String> scopes) implements Caller {
        public Staff {
            scopes = Set.copyOf(scopes);
        }
    }
}
