package org.supportpin.functions.history;

import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.LocalizedText;

/** What happened to a call, in one sentence. */
final class CallSummary {

    private CallSummary() {}

    static LocalizedText of(Event event) {
        return switch (event) {
            case Event.VerificationRequested _ ->
                new LocalizedText(
                        "Εκπρόσωπός μας σας ζήτησε στο τηλέφωνο να πληκτρολογήσετε έξι ψηφία στον πίνακα ελέγχου.",
                        "An agent on the phone asked you to type a code in the panel.");
            case Event.TypedCodeRejected() ->
                new LocalizedText(
                        "Πληκτρολογήθηκαν λάθος ψηφία για την κλήση.", "A wrong code was typed for the call.");
            case Event.CallsEnded() ->
                new LocalizedText(
                        "Τερματίσατε την κλήση από τον πίνακα ελέγχου. Όσες επαληθεύσεις ίσχυαν έληξαν.",
                        "You ended the call in the panel. Any verification still running ended.");
            case Event.CallAnnounced announced ->
                LocalizedText.each(language -> language.say(
                                "Σας ειδοποιήσαμε ότι θα σας καλέσουμε: %s.", "We told you that we would call you: %s.")
                        .formatted(announced.reason().title().in(language)));
            case Event.AnnouncedCallEnded _ ->
                new LocalizedText("Η κλήση μας προς εσάς ολοκληρώθηκε.", "Our call to you ended.");
            case Event.HandoverOffered _ ->
                new LocalizedText(
                        "Ο εκπρόσωπός μας ζήτησε από συνάδελφο να αναλάβει την κλήση σας.",
                        "The agent asked a colleague to take over your call.");
            case Event.HandedOver _ ->
                new LocalizedText("Την κλήση σας ανέλαβε συνάδελφος.", "A colleague took over your call.");
            default -> throw new IllegalArgumentException(event.type() + " is not about a call");
        };
    }
}
