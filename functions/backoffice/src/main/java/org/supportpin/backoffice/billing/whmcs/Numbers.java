package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import java.util.regex.Pattern;

/** WHMCS's ids: whole numbers from 1, without leading zeros. */
final class Numbers {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private Numbers() {}

    /** Empty if the text cannot be an id of WHMCS. */
    static Optional<Long> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
