package org.supportpin.domain.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;

/** The keys of all customers, to be wrapped again by another KMS key. */
public interface StoredSecrets {

    /** One customer's keys as stored. */
    record Owned(CustomerId customer, StoredSecret secret) {}

    /**
     * Part of a scan.
     *
     * @param next where the next part starts; null after the last
     */
    record Page(List<Owned> secrets, @Nullable String next) {

        public Page {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * The next part of a scan, strongly consistent. Items that cannot be read are left out.
     *
     * @param from where the previous part ended; null for the first
     */
    Page page(@Nullable String from);

    /**
     * Writes keys that were wrapped again, if what is stored has neither another revision nor other keys than those that were read.
     *
     * @return whether they were written
     */
    boolean replace(Owned read, StoredSecret rewrapped);
}
