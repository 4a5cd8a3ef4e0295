package org.supportpin.domain.token;

import java.time.Instant;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.identity.Hash;

/** What the clients of the token service have used up. Each call is atomic: of two at the same time, one is second. */
public interface TokenUses {

    /**
     * Notes that an assertion is used.
     *
     * @param assertion the hash of what makes it like no other
     * @param until when it expires, and need not be remembered any longer
     * @return whether it was not used before
     * @throws StoreUnavailable if the store does not answer
     */
    boolean use(Hash assertion, Instant until);

    /**
     * Counts a token, unless the client has had all of its minute's.
     *
     * @param most in a minute of the clock
     * @return whether it was counted
     * @throws StoreUnavailable if the store does not answer
     */
    boolean count(String client, Instant now, int most);
}
