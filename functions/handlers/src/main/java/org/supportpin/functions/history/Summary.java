package org.supportpin.functions.history;

import java.util.List;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Policy;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;

/** An event in one sentence, for the customer. */
public final class Summary {

    private Summary() {}

    public static String of(Event event, Language language) {
        return sentence(event).in(language);
    }

    /**
     * An action that is not done yet.
     *
     * @param changed what it changes, as the customer sees it; empty if nothing, or it cannot be read
     */
    public static LocalizedText proposed(ActionName action, List<String> changed) {
        return about(new LocalizedText("Θα γίνει", "To be done"), DeedNames.of(action, changed));
    }

    /** An action of a running call. */
    public static LocalizedText of(ActionName action, ActionStatus status) {
        return switch (status) {
            case WAITING -> about(new LocalizedText("Σε αναμονή", "Waiting"), action);
            case PENDING -> about(new LocalizedText("Ζητήθηκε", "Requested"), action);
            case SUCCEEDED -> about(done(action), action);
            case REFUSED -> about(new LocalizedText("Απορρίφθηκε", "Refused"), action);
            case FAILED -> about(new LocalizedText("Δεν εκτελέστηκε", "Not done"), action);
            case STOPPED -> about(new LocalizedText("Σταμάτησε", "Stopped"), action);
        };
    }

    private static LocalizedText sentence(Event event) {
        return switch (event) {
            case Event.MobileDeclared _ ->
                new LocalizedText(
                        "Δηλώσατε κινητό και στείλαμε κωδικό επιβεβαίωσης.",
                        "A mobile number was entered and a confirmation code sent to it.");
            case Event.CodeRejected _ ->
                new LocalizedText(
                        "Δόθηκε λάθος κωδικός επιβεβαίωσης κινητού.", "A wrong confirmation code was entered.");
            case Event.MobileConfirmed(var heldUntil) ->
                heldUntil == null
                        ? new LocalizedText("Το κινητό επιβεβαιώθηκε.", "The mobile was confirmed.")
                        : new LocalizedText(
                                "Το κινητό άλλαξε. Όσες τηλεφωνικές επαληθεύσεις ίσχυαν έληξαν.",
                                "The mobile was changed. Any verification still running ended.");
            case Event.Activated _ -> new LocalizedText("Το Support PIN ενεργοποιήθηκε.", "Support PIN was activated.");
            case Event.Deactivated _ ->
                new LocalizedText("Το Support PIN απενεργοποιήθηκε.", "Support PIN was deactivated.");
            case Event.PinSent _ ->
                new LocalizedText(
                        "Το Support PIN στάλθηκε με SMS στο κινητό σας.",
                        "The Support PIN was sent to your mobile by SMS.");
            case Event.PinRejected _ ->
                new LocalizedText(
                        "Δόθηκε λάθος Support PIN στο τηλέφωνο.", "A wrong Support PIN was given on the phone.");
            case Event.PinReplayed _ ->
                new LocalizedText(
                        "Δόθηκε στο τηλέφωνο Support PIN που είχε ήδη χρησιμοποιηθεί.",
                        "An already used Support PIN was given on the phone.");
            case Event.RefusedWhileLocked _ ->
                new LocalizedText(
                        "Κλήση δεν επαληθεύτηκε, επειδή η τηλεφωνική επαλήθευση ήταν κλειδωμένη.",
                        "A call was not verified because telephone support was locked.");
            case Event.Verified verified ->
                switch (verified.source()) {
                    case SMS ->
                        new LocalizedText(
                                "Επαληθευτήκατε στο τηλέφωνο με το Support PIN που στάλθηκε με SMS.",
                                "You were verified on the phone with the Support PIN sent by SMS.");
                    case PANEL ->
                        new LocalizedText(
                                "Επαληθευτήκατε στο τηλέφωνο με το Support PIN.",
                                "You were verified on the phone with the Support PIN.");
                    case TYPED ->
                        new LocalizedText(
                                "Επαληθευτήκατε πληκτρολογώντας εδώ τα ψηφία που ακούσατε στο τηλέφωνο.",
                                "You were verified by typing here the code you heard on the phone.");
                };
            case Event.VerificationRequested _,
                    Event.TypedCodeRejected _,
                    Event.CallsEnded _,
                    Event.CallAnnounced _,
                    Event.AnnouncedCallEnded _,
                    Event.HandoverOffered _,
                    Event.HandedOver _ -> CallSummary.of(event);
            case Event.VerificationEnded _ -> new LocalizedText("Η κλήση ολοκληρώθηκε.", "The call was ended.");
            case Event.LockLifted _ ->
                new LocalizedText(
                        "Ξεκλειδώσατε την τηλεφωνική επαλήθευση. Το Support PIN άλλαξε και όσες επαληθεύσεις ίσχυαν έληξαν.",
                        "You unlocked telephone support. The Support PIN changed, and any verification still running ended.");
            case Event.ErasureRequested _ ->
                new LocalizedText(
                        "Ζητήθηκε η διαγραφή των προσωπικών σας στοιχείων. Αναμένεται έγκριση από δεύτερο υπεύθυνο.",
                        "The erasure of your personal data was requested. A second person must approve it.");
            case Event.Erased _ ->
                new LocalizedText("Τα προσωπικά σας στοιχεία διαγράφηκαν.", "Your personal data was erased.");
            case Event.DataExported _ ->
                new LocalizedText(
                        "Λάβατε αντίγραφο των στοιχείων που τηρούμε για εσάς.",
                        "You took a copy of the data kept about you.");
            case Event.AuditRead _ ->
                new LocalizedText(
                        "Υπεύθυνος ελέγχου διάβασε το ιστορικό του Support PIN σας.",
                        "An auditor read the history of your Support PIN.");
            case Event.PolicyChanged(var before, var after) -> policy(before, after);
            case Event.RefusedWhileFrozen _ ->
                new LocalizedText(
                        "Κλήση δεν επαληθεύτηκε, επειδή έχετε παγώσει την τηλεφωνική υποστήριξη.",
                        "A call was not verified because you have frozen telephone support.");
            case Event.AddressDeclared _ ->
                new LocalizedText(
                        "Δηλώσατε email για ειδοποιήσεις και στείλαμε κωδικό επιβεβαίωσης.",
                        "An email address for notices was entered and a confirmation code sent to it.");
            case Event.AddressCodeRejected _ ->
                new LocalizedText(
                        "Δόθηκε λάθος κωδικός επιβεβαίωσης για το email ειδοποιήσεων.",
                        "A wrong confirmation code for the notice address was entered.");
            case Event.AddressConfirmed(var replaced) ->
                replaced
                        ? new LocalizedText("Το email για ειδοποιήσεις άλλαξε.", "The notice address was changed.")
                        : new LocalizedText(
                                "Το email για ειδοποιήσεις επιβεβαιώθηκε.", "The notice address was confirmed.");
            case Event.AddressRemoved _ ->
                new LocalizedText("Το email για ειδοποιήσεις αφαιρέθηκε.", "The notice address was removed.");
            case Event.AccountRead _ ->
                new LocalizedText(
                        "Ο εκπρόσωπος που σας εξυπηρέτησε στο τηλέφωνο είδε τις υπηρεσίες σας.",
                        "The agent on the phone viewed your services.");
            case Event.ActionAccepted accepted ->
                accepted.gates() == null
                        ? about(new LocalizedText("Ζητήθηκε", "Requested"), accepted.action())
                        : about(new LocalizedText("Ζητήθηκε και περιμένει", "Requested, and waits"), accepted.action());
            case Event.UndoAccepted undo ->
                about(new LocalizedText("Ζητήσατε να αναιρεθεί", "You asked to undo"), undo.action());
            case Event.GateOpened opened -> about(opened(opened.gates()), opened.action());
            case Event.ConsentRejected rejected ->
                about(
                        new LocalizedText("Δόθηκε λάθος κωδικός συγκατάθεσης", "A wrong consent code was given"),
                        rejected.action());
            case Event.ActionStopped(var actions, var reason, var _) ->
                actions.size() == 1
                        ? about(stopped(reason), actions.getFirst().action())
                        : LocalizedText.each(language -> language.say(
                                        "Σταμάτησαν %d ενέργειες που περίμεναν, ύστερα από τηλεφώνημα.",
                                        "Stopped by a telephone call: %d waiting actions.")
                                .formatted(actions.size()));
            case Event.ActionRefused refused ->
                about(new LocalizedText("Δεν έγινε δεκτή", "Not accepted"), refused.action());
            case ActionSettled settled ->
                settled.isDone()
                        ? about(new LocalizedText("Ελέγξαμε και εκτελέστηκε", "Checked, and done"), settled.action())
                        : about(
                                new LocalizedText("Ελέγξαμε και δεν εκτελέστηκε", "Checked, and not done"),
                                settled.action());
            case Event.ActionFinished finished ->
                about(finished.undone() == null ? ended(finished) : undone(finished), finished.action());
        };
    }

    /** What is ordered is not paid, and nothing has changed yet. */
    private static LocalizedText done(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE -> new LocalizedText("Έγινε", "Placed");
            case RENEW_SERVICE, UPGRADE_SERVICE -> new LocalizedText("Παραγγέλθηκε", "Ordered");
            case CHANGE_DNS_RECORDS,
                    CHANGE_NAMESERVERS,
                    RECALL_GR_DOMAIN,
                    SEND_ORDER_DETAILS,
                    CHANGE_DOMAIN_ADMINISTRATOR,
                    CHANGE_HOSTING_SETTINGS,
                    APPLY_MICRO_FIX -> new LocalizedText("Ολοκληρώθηκε", "Done");
        };
    }

    private static LocalizedText ended(Event.ActionFinished finished) {
        return switch (finished.status()) {
            case SUCCEEDED -> done(finished.action());
            case REFUSED -> new LocalizedText("Απορρίφθηκε", "Refused");
            case FAILED, PENDING, WAITING, STOPPED ->
                finished.needsHuman()
                        ? new LocalizedText("Δεν ξέρουμε αν εκτελέστηκε", "Not known whether it was done")
                        : new LocalizedText("Δεν εκτελέστηκε", "Not done");
        };
    }

    private static LocalizedText undone(Event.ActionFinished finished) {
        return switch (finished.status()) {
            case SUCCEEDED -> new LocalizedText("Αναιρέθηκε", "Undone");
            case REFUSED, FAILED, PENDING, WAITING, STOPPED ->
                finished.needsHuman()
                        ? new LocalizedText("Δεν ξέρουμε αν αναιρέθηκε", "Not known whether it was undone")
                        : new LocalizedText("Δεν αναιρέθηκε", "Not undone");
        };
    }

    private static LocalizedText opened(List<Gate> gates) {
        return switch (gates.getFirst()) {
            case CONSENT -> new LocalizedText("Δώσατε τη συγκατάθεσή σας", "You gave your consent");
            case HOLD -> new LocalizedText("Έληξε η αναμονή", "The waiting time ended");
            case APPROVAL -> new LocalizedText("Εγκρίθηκε από υπεύθυνο", "Approved by a supervisor");
        };
    }

    private static LocalizedText stopped(StopReason reason) {
        return switch (reason) {
            case CUSTOMER -> new LocalizedText("Το σταματήσατε", "You stopped it");
            case AGENT -> new LocalizedText("Το σταμάτησε ο εκπρόσωπός μας", "Our agent stopped it");
            case CALLER -> new LocalizedText("Σταμάτησε ύστερα από τηλεφώνημα", "Stopped by a telephone call");
            case SUPERVISOR -> new LocalizedText("Δεν εγκρίθηκε από υπεύθυνο", "A supervisor did not approve it");
            case EXPIRED ->
                new LocalizedText("Έληξε ο χρόνος και δεν εκτελέστηκε", "Its time was over, and it was not done");
            case WRONG_CODES ->
                new LocalizedText(
                        "Σταμάτησε μετά από λάθος κωδικούς συγκατάθεσης", "Stopped after wrong consent codes");
            case SMS_NOT_SENT ->
                new LocalizedText(
                        "Δεν εκτελέστηκε, επειδή δεν στάλθηκε το SMS", "Not done, because the SMS could not be sent");
            case NOT_ALLOWED ->
                new LocalizedText(
                        "Δεν εκτελέστηκε, επειδή δεν το επιτρέπετε πλέον", "Not done, because you no longer allow it");
        };
    }

    /** What matters most of a change. All of it is in the details. */
    private static LocalizedText policy(Policy.Terms before, Policy.Terms after) {
        if (before.telephone() != after.telephone()) {
            return switch (after.telephone()) {
                case FROZEN ->
                    new LocalizedText(
                            "Παγώσατε την τηλεφωνική υποστήριξη. Όσες επαληθεύσεις ίσχυαν έληξαν.",
                            "You froze telephone support. Any verification still running ended.");
                case OPEN ->
                    new LocalizedText(
                            "Ανοίξατε ξανά την τηλεφωνική υποστήριξη.", "You opened telephone support again.");
            };
        }
        var tightened = new LocalizedText(
                "Κάνατε αυστηρότερους τους κανόνες για την τηλεφωνική υποστήριξη. Όσες επαληθεύσεις ίσχυαν έληξαν.",
                "You tightened your rules for telephone support. Any verification still running ended.");
        var loosened = new LocalizedText(
                "Χαλαρώσατε τους κανόνες για την τηλεφωνική υποστήριξη.",
                "You loosened your rules for telephone support.");
        var both = new LocalizedText(
                "Αλλάξατε τους κανόνες για την τηλεφωνική υποστήριξη: άλλοι έγιναν αυστηρότεροι και άλλοι πιο χαλαροί. Όσες επαληθεύσεις ίσχυαν έληξαν.",
                "You changed your rules for telephone support, tightening some and loosening others. Any verification still running ended.");
        return !after.isLooserThan(before) ? tightened : after.isStricterThan(before) ? both : loosened;
    }

    private static LocalizedText about(LocalizedText what, ActionName action) {
        return about(what, DeedNames.of(action));
    }

    private static LocalizedText about(LocalizedText what, LocalizedText name) {
        return LocalizedText.each(language -> what.in(language) + ": " + name.in(language) + ".");
    }
}
