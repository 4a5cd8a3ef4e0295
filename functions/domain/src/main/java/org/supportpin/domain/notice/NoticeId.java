package org.supportpin.domain.notice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.mail.MailId;

/**
 * A notice's ID. It names the ledger entry that caused the notice, so that notices and ledgers can be compared.
 *
 * @param value the customer's ID, the entry's sequence, and which of the entry's notices it is: 1, 2 …, separated by slashes
 */
public record NoticeId(String value) {

    private static final Pattern FORM = Pattern.compile("[^/]{1,64}/[1-9][0-9]{0,11}/[1-9]");

    private static final int MAIL_ID_BYTES = 18;

    public NoticeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a notice's id");
        }
    }

    /** The ID of an entry's notice. */
    public static NoticeId of(CustomerId customer, long sequence, int which) {
        return new NoticeId(customer.value() + "/" + sequence + "/" + which);
    }

    /** The ID of this notice's mail. It tells nobody whose notice it is. */
    public MailId mailId() {
        var hash =
                Hash.of(("notice\n" + value).getBytes(StandardCharsets.UTF_8)).bytes();
        return new MailId(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, MAIL_ID_BYTES)));
    }

    @Override
    public String toString() {
        return value;
    }
}
