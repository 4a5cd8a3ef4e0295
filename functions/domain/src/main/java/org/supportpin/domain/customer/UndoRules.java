package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.customer.CompanionWrite.ActionOpened;

/**
 * The rules by which the customer undoes an action in the panel. No gate stands before an undo, and no policy: those protect the
 * customer from whoever calls, and this is the customer. Neither must the service be active: who has just turned it off because of
 * what was done must still be able to undo it.
 */
public final class UndoRules {

    /** How long after its end an action can be undone. */
    public static final Duration WINDOW = Duration.ofDays(3);

    /** How often an undo may end with nothing done. */
    public static final int MOST_ATTEMPTS = 5;

    /** How often an undo may be undone in turn. Each that is of high risk is told by SMS. */
    public static final int MOST_IN_A_ROW = 10;

    private UndoRules() {}

    /** Whether an action of this name leaves something that can be put back. */
    public static boolean isUndoable(ActionName name) {
        return switch (name) {
            case CHANGE_DNS_RECORDS, CHANGE_NAMESERVERS, CHANGE_HOSTING_SETTINGS -> true;
            case ORDER_SERVICE,
                    RENEW_SERVICE,
                    UPGRADE_SERVICE,
                    RECALL_GR_DOMAIN,
                    SEND_ORDER_DETAILS,
                    CHANGE_DOMAIN_ADMINISTRATOR,
                    APPLY_MICRO_FIX -> false;
        };
    }

    /** Why the action cannot be undone, whatever the systems say; empty if they decide. */
    public static Optional<Refusal> against(ActionRecord action) {
        if (!isUndoable(action.request().name())) {
            return refused(
                    "not-undoable",
                    "Only changes of DNS records, nameservers and hosting settings can be undone here. Call support for anything else.",
                    "Εδώ αναιρούνται μόνο αλλαγές εγγραφών DNS, nameservers και ρυθμίσεων φιλοξενίας. Για οτιδήποτε άλλο καλέστε την υποστήριξη.");
        }
        return switch (action.status()) {
            case SUCCEEDED -> Optional.empty();
            case WAITING ->
                refused(
                        "not-done-yet",
                        "The action still waits, and nothing was done. Stop it instead.",
                        "Η ενέργεια περιμένει ακόμη και δεν έγινε τίποτα. Μπορείτε να τη σταματήσετε.");
            case PENDING ->
                refused(
                        "not-done-yet",
                        "The action has no outcome yet. Undo it once it is done.",
                        "Η ενέργεια δεν έχει ακόμη αποτέλεσμα. Αναιρέστε την όταν ολοκληρωθεί.");
            case REFUSED, STOPPED -> refused();
            case FAILED ->
                action.end() != null && action.end().needsHuman()
                        ? refused(
                                "outcome-unknown",
                                "It is not known what the action did. We have to find out first, and will tell you.",
                                "Δεν ξέρουμε τι έκανε η ενέργεια. Πρέπει πρώτα να το βρούμε και θα σας ενημερώσουμε.")
                        : refused();
        };
    }

    private static Optional<Refusal> refused() {
        return refused(
                "nothing-to-undo",
                "Nothing was done, so there is nothing to undo.",
                "Δεν έγινε τίποτα, οπότε δεν υπάρχει κάτι να αναιρεθεί.");
    }

    /**
     * Whether it is too late.
     *
     * @param ended when the action ended, by its ledger
     */
    public static Optional<Refusal> againstTime(Instant ended, Instant now) {
        return now.isBefore(ended.plus(WINDOW))
                ? Optional.empty()
                : refused(
                        "undo-window-over",
                        "An action can be undone within " + WINDOW.toHours()
                                + " hours, and more have passed. Call support.",
                        "Μια ενέργεια αναιρείται μέσα σε " + WINDOW.toHours()
                                + " ώρες, και έχουν περάσει περισσότερες. Καλέστε την υποστήριξη.");
    }

    /** For an action whose undo was tried or undone too often. */
    public static Refusal tooOften() {
        return new Refusal(
                "undone-too-often",
                "This has been undone, or tried, too often. Call support.",
                "Αυτό έχει αναιρεθεί, ή έχει δοκιμαστεί, πάρα πολλές φορές. Καλέστε την υποστήριξη.");
    }

    /** For an action that was sealed with a key that was destroyed since. */
    public static Refusal unreadable() {
        return new Refusal(
                "no-longer-readable",
                "What was there before can no longer be read, because your data was erased since. Call support.",
                "Όσα ίσχυαν πριν δεν διαβάζονται πλέον, επειδή τα στοιχεία σας διαγράφηκαν στο μεταξύ. Καλέστε την υποστήριξη.");
    }

    /** Whether an undo ended, and left everything as it was, so that it may be tried again. */
    public static boolean isVain(ActionRecord undo) {
        var end = undo.end();
        return end != null
                && switch (end.status()) {
                    case REFUSED, STOPPED -> true;
                    case FAILED -> !end.needsHuman();
                    case SUCCEEDED, PENDING, WAITING -> false;
                };
    }

    /**
     * Accepts an undo. It is recorded before any call is made.
     *
     * @param attempt 1 to {@link #MOST_ATTEMPTS}
     */
    public static <O> Decision<O> accept(ActionRecord undo, int attempt, O outcome) {
        return Decision.record(
                new Event.UndoAccepted(
                        undo.id(),
                        undo.request().undone().orElseThrow(),
                        attempt,
                        undo.request().name(),
                        undo.request().risk(),
                        undo.hashes()),
                outcome,
                new ActionOpened(undo));
    }

    private static Optional<Refusal> refused(String rule, String detail, String greek) {
        return Optional.of(new Refusal(rule, detail, greek));
    }
}
