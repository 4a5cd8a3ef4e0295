package org.supportpin.domain.notice;

import java.util.Optional;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;

/** A notice in clear: to whom, and what. It is stored only sealed. */
public sealed interface Notice permits Notice.Addressed, Notice.OnFile {

    /** The first line of what is sealed for whoever is on file. */
    String TO_MOBILE = "mobile-on-file";

    /** The same for a mail. */
    String TO_ADDRESS = "address-on-file";

    /** It names its recipient. */
    sealed interface Addressed extends Notice {}

    /**
     * To whoever is on file when it is sent. Whoever queues it need not know number or address, and so need not open the record key.
     */
    sealed interface OnFile extends Notice {}

    /** By SMS to the mobile on file. */
    record ToMobile(SmsText text) implements OnFile {}

    /** By mail to the notice address on file. */
    record ToAddress(String purpose, String subject, String text) implements OnFile {

        public ByMail to(EmailAddress address, MailId id) {
            return new ByMail(id, new Mail(address, purpose, subject, text));
        }
    }

    /** By SMS. */
    record BySms(PhoneNumber to, SmsText text) implements Addressed {}

    /**
     * By mail.
     *
     * @param id with the mail's purpose, it tells the mail system which mail it is
     */
    record ByMail(MailId id, Mail mail) implements Addressed {}

    /** The channel that delivers it. */
    default Channel channel() {
        return switch (this) {
            case BySms _, ToMobile _ -> Channel.SMS;
            case ByMail _, ToAddress _ -> Channel.MAIL;
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
            case ToMobile(var text) -> String.join("\n", TO_MOBILE, text.reveal());
            case ToAddress(var purpose, var subject, var text) -> String.join("\n", TO_ADDRESS, purpose, subject, text);
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
        return onFile(revealed).orElseThrow(() -> new IllegalArgumentException("not a notice"));
    }

    private static Optional<Notice> onFile(String revealed) {
        var sms = revealed.split("\n", 2);
        if (sms.length == 2 && sms[0].equals(TO_MOBILE)) {
            return Optional.of(new ToMobile(SmsText.restored(sms[1])));
        }
        var mail = revealed.split("\n", 4);
        return mail.length == 4 && mail[0].equals(TO_ADDRESS)
                ? Optional.of(new ToAddress(mail[1], mail[2], mail[3]))
                : Optional.empty();
    }

    private static EmailAddress address(String text) {
        int at = text.lastIndexOf('@');
        return new EmailAddress(text.substring(0, Math.max(at, 0)), new DomainName(text.substring(at + 1)));
    }
}
