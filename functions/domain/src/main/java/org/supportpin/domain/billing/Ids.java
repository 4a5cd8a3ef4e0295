package org.supportpin.domain.billing;

import org.supportpin.domain.check.TextForm;

/** The form of billing's IDs. */
final class Ids {

    static final TextForm FORM = TextForm.of(
            "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
            "Enter the ID as shown by billing: 1 to 64 letters, digits or . _ -, starting with a letter or digit.");

    private Ids() {}
}
