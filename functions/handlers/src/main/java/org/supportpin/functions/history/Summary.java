package org.supportpin.functions.history;

import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Language;

/** An event in one sentence, for the customer. */
public final class Summary {

    private Summary() {}

    public static String of(Event event, Language language) {
        return switch (language) {
            case GREEK -> greek(event);
            case ENGLISH -> english(event);
        };
    }

    private static String greek(Event event) {
        return switch (event) {
            case Event.MobileDeclared _ -> "Δηλώσατε κινητό και στείλαμε κωδικό επιβεβαίωσης.";
            case Event.CodeRejected _ -> "Δόθηκε λάθος κωδικός επιβεβαίωσης κινητού.";
            case Event.MobileConfirmed _ -> "Το κινητό επιβεβαιώθηκε.";
            case Event.Activated _ -> "Το Support PIN ενεργοποιήθηκε.";
            case Event.Deactivated _ -> "Το Support PIN απενεργοποιήθηκε.";
            case Event.PinSent _ -> "Το Support PIN στάλθηκε με SMS στο κινητό σας.";
            case Event.PinRejected _ -> "Δόθηκε λάθος Support PIN στο τηλέφωνο.";
            case Event.PinReplayed _ -> "Δόθηκε στο τηλέφωνο Support PIN που είχε ήδη χρησιμοποιηθεί.";
            case Event.RefusedWhileLocked _ ->
                "Κλήση δεν επαληθεύτηκε, επειδή η τηλεφωνική επαλήθευση ήταν κλειδωμένη.";
            case Event.Verified verified ->
                verified.source() == PinSource.SMS
                        ? "Επαληθευτήκατε στο τηλέφωνο με το Support PIN που στάλθηκε με SMS."
                        : "Επαληθευτήκατε στο τηλέφωνο με το Support PIN.";
            case Event.VerificationEnded _ -> "Η κλήση ολοκληρώθηκε.";
            case Event.LockLifted _ -> "Ξεκλειδώσατε την τηλεφωνική επαλήθευση. Το Support PIN άλλαξε.";
            case Event.ActionAccepted accepted -> "Ζητήθηκε: " + greek(accepted.action()) + ".";
            case Event.ActionFinished finished ->
                switch (finished.status()) {
                    case SUCCEEDED -> "Ολοκληρώθηκε: " + greek(finished.action()) + ".";
                    case REFUSED -> "Απορρίφθηκε: " + greek(finished.action()) + ".";
                    case FAILED, PENDING -> "Δεν εκτελέστηκε: " + greek(finished.action()) + ".";
                };
        };
    }

    private static String greek(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE -> "παραγγελία υπηρεσίας";
            case RENEW_SERVICE -> "ανανέωση υπηρεσίας";
            case UPGRADE_SERVICE -> "αναβάθμιση υπηρεσίας";
            case CHANGE_DNS_RECORDS -> "αλλαγή εγγραφών DNS";
            case CHANGE_NAMESERVERS -> "αλλαγή nameservers";
            case RECALL_GR_DOMAIN -> "ανάκληση ονόματος .gr";
            case SEND_ORDER_DETAILS -> "αποστολή στοιχείων παραγγελίας";
            case CHANGE_DOMAIN_ADMINISTRATOR -> "αλλαγή διαχειριστή ονόματος χώρου (domain)";
            case CHANGE_HOSTING_SETTINGS -> "αλλαγή ρυθμίσεων φιλοξενίας";
            case APPLY_MICRO_FIX -> "μικρή διόρθωση σε πακέτο φιλοξενίας";
        };
    }

    private static String english(Event event) {
        return switch (event) {
            case Event.MobileDeclared _ -> "A mobile number was entered and a confirmation code sent to it.";
            case Event.CodeRejected _ -> "A wrong confirmation code was entered.";
            case Event.MobileConfirmed _ -> "The mobile was confirmed.";
            case Event.Activated _ -> "Support PIN was activated.";
            case Event.Deactivated _ -> "Support PIN was deactivated.";
            case Event.PinSent _ -> "The Support PIN was sent to your mobile by SMS.";
            case Event.PinRejected _ -> "A wrong Support PIN was given on the phone.";
            case Event.PinReplayed _ -> "An already used Support PIN was given on the phone.";
            case Event.RefusedWhileLocked _ -> "A call was not verified because phone verification was locked.";
            case Event.Verified verified ->
                verified.source() == PinSource.SMS
                        ? "You were verified on the phone with the Support PIN sent by SMS."
                        : "You were verified on the phone with the Support PIN.";
            case Event.VerificationEnded _ -> "The call was ended.";
            case Event.LockLifted _ -> "You unlocked phone verification. The Support PIN changed.";
            case Event.ActionAccepted accepted -> "Requested: " + english(accepted.action()) + ".";
            case Event.ActionFinished finished -> english(finished.status()) + english(finished.action()) + ".";
        };
    }

    private static String english(ActionStatus status) {
        return switch (status) {
            case SUCCEEDED -> "Done: ";
            case REFUSED -> "Refused: ";
            case FAILED, PENDING -> "Not done: ";
        };
    }

    private static String english(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE -> "service order";
            case RENEW_SERVICE -> "service renewal";
            case UPGRADE_SERVICE -> "service upgrade";
            case CHANGE_DNS_RECORDS -> "DNS record change";
            case CHANGE_NAMESERVERS -> "nameserver change";
            case RECALL_GR_DOMAIN -> "recall of a .gr domain";
            case SEND_ORDER_DETAILS -> "sending of order details";
            case CHANGE_DOMAIN_ADMINISTRATOR -> "change of domain administrator";
            case CHANGE_HOSTING_SETTINGS -> "hosting settings change";
            case APPLY_MICRO_FIX -> "small fix on a hosting package";
        };
    }
}
