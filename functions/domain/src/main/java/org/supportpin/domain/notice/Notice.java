package org.supportpin.domain.notice;

import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;

/** A notice in clear: to whom, and what. It is stored only sealed. */
public sealed interface Notice {

    /** By SMS. */
    record BySms(PhoneNumber to, SmsText text) implements Notice {}

    /**
     * By mail.
     *
     * @param id with the mail's purpose, it tells the mail system which mail it is
     */
    record ByMail(MailId id, Mail mail) implements Notice {}

    /** The channel that delivers it. */
    default Channel channel() {
        return switch (this) {
            case BySms _ -> Channel.SMS;
            case ByMail _ -> Channel.MAIL;
        };
    }

    /** What is sealed: one line for each part, the text last. */
    default String reveal() {
        return switch (this) {
            case BySms(var to, var text) -> String.join("\n", Channel.SMS.text(), to.e164(), text.reveal());
            case ByMail(var id, var mail) ->
                String.join(
                        "\n",
                        Channel.MAIL.text(),
                        id.value(),
                        mail.to().address(),
                        mail.purpose(),
                        mail.subject().replace('\n', ' '),
                        mail.text());
        };
    }

    /**
     * Restores a notice from what {@link #reveal} returned.
     *
     * @throws IllegalArgumentException if it was something else
     */
    static Notice restored(String revealed) {
        var sms = revealed.split("\n", 3);
        if (sms.length == 3 && sms[0].equals(Channel.SMS.text())) {
            return new BySms(new PhoneNumber(sms[1]), SmsText.restored(sms[2]));
        }
        var mail = revealed.split("\n", 6);
        if (mail.length == 6 && mail[0].equals(Channel.MAIL.text())) {
            return new ByMail(new MailId(mail[1]), new Mail(address(mail[2]), mail[3], mail[4], mail[5]));
        }
        throw new IllegalArgumentException("not a notice");
    }

    private static EmailAddress address(String text) {
        int at = text.lastIndexOf('@');
        return new EmailAddress(text.substring(0, Math.max(at, 0)), new DomainName(text.substring(at + 1)));
    }
}
