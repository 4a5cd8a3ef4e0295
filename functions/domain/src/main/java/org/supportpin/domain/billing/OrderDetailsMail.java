package org.supportpin.domain.billing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private static final DateTimeFormatter GREEK_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
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
        return switch (language) {
            case GREEK -> "Στοιχεία πληρωμής της παραγγελίας " + order.id();
            case ENGLISH -> "How to pay for order " + order.id();
        };
    }

    private static String text(Order order, BankAccount account, Language language) {
        var invoice = order.invoice();
        return switch (language) {
            case GREEK -> """
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
                """.formatted(values(order, account, language, day(GREEK_DAY, invoice.due())));
            case ENGLISH -> """
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
                """.formatted(values(order, account, language, day(ENGLISH_DAY, invoice.due())));
        };
    }

    private static Object[] values(Order order, BankAccount account, Language language, String due) {
        return Arrays.<Object>asList(
                        order.id(),
                        what(order.what(), language),
                        order.invoice().amount().in(language),
                        due,
                        account.holder(),
                        account.printed(),
                        order.invoice().reference().printed())
                .toArray();
    }

    private static String day(DateTimeFormatter format, LocalDate day) {
        return format.format(day);
    }

    /** Such as {@code ανανέωση του ονόματος χώρου papadopoulou.gr, 2 έτη}. */
    private static String what(OrderSubject what, Language language) {
        var thing = switch (what) {
            case OrderSubject.OfService(var purpose, var product, var _, var name) ->
                purpose(purpose, language) + product.in(language) + (name == null ? "" : ", " + name.unicode());
            case OrderSubject.OfDomain(var purpose, var name, var _, var _) ->
                domain(purpose, language) + name.unicode();
        };
        return thing + ", " + what.cycle().duration(language);
    }

    private static String purpose(OrderSubject.Purpose purpose, Language language) {
        var greek = language == Language.GREEK;
        return switch (purpose) {
            case NEW -> "";
            case RENEWAL -> greek ? "ανανέωση: " : "renewal: ";
            case UPGRADE -> greek ? "αναβάθμιση: " : "upgrade: ";
        };
    }

    private static String domain(OrderSubject.Purpose purpose, Language language) {
        var renewal = purpose == OrderSubject.Purpose.RENEWAL;
        return switch (language) {
            case GREEK -> (renewal ? "ανανέωση" : "καταχώρηση") + " του ονόματος χώρου ";
            case ENGLISH -> (renewal ? "renewal" : "registration") + " of the domain name ";
        };
    }
}
