package org.supportpin.domain.billing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.Mail;

/**
 * The mail that explains how to pay an order: in the recipient's language if billing knows it, else in Greek and then English.
 */
public final class OrderDetailsMail {

    public static final String PURPOSE = "order-details";

    private static final String RULE = "\n----------------------------------------\n\n";

    private OrderDetailsMail() {}

    public static Mail of(Order order, BankAccount account) {
        var recipient = order.recipient();
        var languages = Optional.ofNullable(recipient.language())
                .map(List::of)
                .orElseGet(() -> List.of(Language.GREEK, Language.ENGLISH));
        return new Mail(
                recipient.email(),
                PURPOSE,
                languages.stream().map(each -> subject(order, each)).collect(Collectors.joining(" / ")),
                languages.stream().map(each -> text(order, account, each)).collect(Collectors.joining(RULE)));
    }

    /** A hash of the mail's content and recipient, to detect changes. */
    public static String fingerprint(Mail mail) {
        var all = String.join("\0", List.of(mail.to().address(), mail.purpose(), mail.subject(), mail.text()));
        return Hash.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String subject(Order order, Language language) {
        return language.say("Στοιχεία πληρωμής της παραγγελίας %s", "How to pay for order %s")
                .formatted(order.id());
    }

    private static String text(Order order, BankAccount account, Language language) {
        var invoice = order.invoice();
        return language.say("""
                Τα στοιχεία της παραγγελίας σας, όπως ζητήθηκαν τηλεφωνικά:

                Παραγγελία: %s
                Αφορά: %s
                Ποσό: %s (με ΦΠΑ)
                Πληρωμή έως: %s

                Πληρωμή με τραπεζική κατάθεση:

                Δικαιούχος: %s
                IBAN: %s
                Κωδικός πληρωμής RF: %s

                Γράψτε τον κωδικό πληρωμής ακριβώς όπως είναι για να αναγνωριστεί η πληρωμή σας. Η παραγγελία εκτελείται μόλις εξοφληθεί.
                Αν δεν ζητήσατε εσείς αυτά τα στοιχεία, επικοινωνήστε μαζί μας.
                """, """
                Here are the details of your order, as requested by phone:

                Order: %s
                For: %s
                Amount: %s (VAT included)
                Pay by: %s

                Payment by bank transfer:

                Account holder: %s
                IBAN: %s
                Payment reference: %s

                Quote the reference exactly as shown so that we can match your payment. We process the order once it is paid.
                If you did not request these details, please contact us.
                """)
                .formatted(
                        order.id(),
                        what(order.what(), language),
                        invoice.amount().in(language),
                        Days.of(invoice.due(), language),
                        account.holder(),
                        account.printed(),
                        invoice.reference().printed());
    }

    /** Such as {@code ανανέωση του ονόματος χώρου papadopoulou.gr, 2 έτη}. */
    private static String what(OrderSubject what, Language language) {
        var thing = switch (what) {
            case OrderSubject.OfService(var purpose, var product, var _, var name) ->
                purpose(purpose, language).formatted(product.in(language))
                        + (name == null ? "" : ", " + name.unicode());
            case OrderSubject.OfDomain(var purpose, var name, var _, var _) ->
                domain(purpose, language).formatted(name.unicode());
        };
        return thing + ", " + what.cycle().duration(language);
    }

    private static String purpose(OrderSubject.Purpose purpose, Language language) {
        return switch (purpose) {
            case NEW -> "%s";
            case RENEWAL -> language.say("ανανέωση: %s", "renewal: %s");
            case UPGRADE -> language.say("αναβάθμιση: %s", "upgrade: %s");
        };
    }

    private static String domain(OrderSubject.Purpose purpose, Language language) {
        return purpose == OrderSubject.Purpose.RENEWAL
                ? language.say("ανανέωση του ονόματος χώρου %s", "renewal of the domain name %s")
                : language.say("καταχώριση του ονόματος χώρου %s", "registration of the domain name %s");
    }
}
