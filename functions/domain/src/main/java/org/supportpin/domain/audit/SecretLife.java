package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Change.SecretWritten;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.StoredKey;

/** How the service changes a customer's secret: in the transaction of an entry, whose sequence it then bears, or by wrapping its keys again. */
final class SecretLife {

    private SecretLife() {}

    /** What is known of a change without its entry. */
    enum Form {
        /** The service changes no secret like this. */
        UNLAWFUL,
        /** The keys were wrapped again. */
        REWRAPPED,
        /** It is as if written with the entry that it names. */
        OF_AN_ENTRY
    }

    static Form form(SecretWritten change) {
        var before = change.before();
        var after = change.after();
        if (after == null || !after.isReadable()) {
            return Form.UNLAWFUL;
        }
        if (before == null || !before.isReadable()) {
            return Form.OF_AN_ENTRY;
        }
        if (after.revision() == before.revision()) {
            return isRewrapped(before, after) ? Form.REWRAPPED : Form.UNLAWFUL;
        }
        return after.revision() > before.revision() ? Form.OF_AN_ENTRY : Form.UNLAWFUL;
    }

    private static boolean isRewrapped(StoredSecret before, StoredSecret after) {
        return asWrapped(before, after).equals(after)
                && isSame(before.pinKey(), after.pinKey())
                && isSame(before.recordKey(), after.recordKey());
    }

    /** The secret before, with the keys of the one after. */
    private static StoredSecret asWrapped(StoredSecret before, StoredSecret after) {
        return new StoredSecret(
                before.revision(),
                after.pinKey(),
                after.recordKey(),
                before.mobile(),
                before.pendingMobile(),
                before.pendingClaim(),
                before.addresses());
    }

    private static boolean isSame(@Nullable StoredKey before, @Nullable StoredKey after) {
        return before == null
                ? after == null
                : after != null
                        && new StoredKey(before.version(), after.wrapped(), before.createdAt(), before.publicKey())
                                .equals(after);
    }
}
