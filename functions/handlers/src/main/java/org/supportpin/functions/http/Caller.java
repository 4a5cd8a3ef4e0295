package org.supportpin.functions.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentName;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;

/** The authenticated caller, from the token's claims alone. */
public sealed interface Caller {

    /**
     * A customer, who acts only on their own account.
     *
     * @param mobile the number that the panel's identity provider has verified, if it is a supported mobile
     * @param language from the token's {@code locale}, if supported
     * @param signIn how recently the customer has signed in
     */
    record Customer(
            CustomerId id,
            Supplier<Optional<PhoneNumber>> mobile,
            @Nullable Language language,
            SignIn signIn) implements Caller {

        public boolean hasVerifiedMobile() {
            return mobile.get().isPresent();
        }

        public Language languageOr(Language otherwise) {
            return language == null ? otherwise : language;
        }
    }

    /**
     * An agent, a supervisor or an auditor of the hosting company.
     *
     * @param name null if the token has none
     */
    record Staff(AgentId id, Set<String> scopes, @Nullable AgentName name) implements Caller {
        public Staff {
            scopes = Set.copyOf(scopes);
        }

        /** This agent, in a call. */
        public AgentOnCall in(CallReference.Said call) {
            return new AgentOnCall(id, name, call);
        }
    }
}
