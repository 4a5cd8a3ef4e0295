package org.supportpin.domain.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;

/**
 * Says what happened to the mobile and the notice address on file. Each SMS fits two segments, and each time names its zone.
 *
 * @param at when it happened
 * @param zone the hosting company's time zone
 */
public record Wording(Language language, Instant at, ZoneId zone, SupportPhone phone) {

    public NoticeText activated() {
        return happened(
                language.say("Το Support PIN ενεργοποιήθηκε", "Support PIN was activated"),
                language.say(
                        "Το Support PIN σας ενεργοποιήθηκε: όποιος πει το PIN στο τηλέφωνο εξυπηρετείται στο όνομά σας.",
                        "Your Support PIN was activated: whoever says the PIN on the phone is served as you."));
    }

    public NoticeText deactivated() {
        return happened(
                language.say("Το Support PIN απενεργοποιήθηκε", "Support PIN was deactivated"),
                language.say(
                        "Το Support PIN σας απενεργοποιήθηκε: κανένα PIN δεν ισχύει πλέον.",
                        "Your Support PIN was deactivated: no PIN is valid any more."));
    }

    public NoticeText rulesTightened() {
        return happened(
                language.say("Έγιναν αυστηρότεροι οι κανόνες του Support PIN", "Your phone rules were tightened"),
                language.say(
                        "Έγιναν αυστηρότεροι οι κανόνες σας για την τηλεφωνική υποστήριξη.",
                        "Your rules for telephone support were tightened."));
    }

    /**
     * Too many wrong PINs.
     *
     * @param until when the lock ends; null if only the customer can unlock
     */
    public NoticeText locked(@Nullable Instant until) {
        var what = language.say("Λάθος PIN στο τηλέφωνο: κλείδωμα", "Wrong PINs by phone: locked");
        var end = until == null
                ? language.say("(ανοίγει στον πίνακα ελέγχου)", "until you unlock it in the panel")
                : language.say("έως %s", "until %s").formatted(brief(until));
        var wholeEnd = until == null
                ? language.say(
                        "ώσπου να την ξεκλειδώσετε εσείς στον πίνακα ελέγχου", "until you unlock it in the panel")
                : language.say("έως %s", "until %s").formatted(whole(until));
        return new NoticeText(
                new SmsText(what + " " + end + ". " + phone.ifNotYou().in(language)),
                what,
                mail(language.say(
                                "Δόθηκαν πολλά λάθος PIN στο τηλέφωνο. Η επαλήθευση κλειδώθηκε %s.",
                                "Too many wrong PINs were given by phone. Verification is locked %s.")
                        .formatted(wholeEnd)));
    }

    /**
     * An action waits.
     *
     * @param deed in one or two words
     * @param values what it changes, in so many characters
     * @param lines what it changes, before and after
     * @param until when it is done, or ends, if nobody does anything
     */
    public NoticeText waiting(LocalizedText deed, IntFunction<String> values, List<String> lines, Instant until) {
        var named = deed.in(language);
        return new NoticeText(
                SmsText.inTwoSegments(
                        language.say("Ζητήσατε %s: ", "You asked for %s: ").formatted(named),
                        values,
                        language.say(". Περιμένει έως %s. %s", ". It waits until %s. %s")
                                .formatted(brief(until), phone.ifNotWanted().in(language))),
                language.say("Περιμένει: %s", "Waiting: %s").formatted(named),
                mail(language.say("""
                                Ζητήσατε στο τηλέφωνο %s:
                                %s

                                Περιμένει έως %s. Ως τότε μπορείτε να το σταματήσετε από τον πίνακα ελέγχου ή καλώντας μας.\
                                """, """
                                You asked by phone for %s:
                                %s

                                It waits until %s. Until then you can stop it in the panel, or by calling us.\
                                """).formatted(named, String.join("\n", lines), whole(until))));
    }

    /**
     * A high-risk action was done.
     *
     * @param deed that it was done, in two or three words
     * @param values what it changed, in so many characters
     * @param isUndo whether the customer asked for it in the panel, and no caller by phone
     */
    public NoticeText done(LocalizedText deed, IntFunction<String> values, boolean isUndo) {
        return new NoticeText(
                SmsText.actionDone(language, deed, values, phone),
                deed.in(language),
                mail((isUndo
                                ? language.say(
                                        "%s: το ζητήσατε στον πίνακα ελέγχου. Τις τιμές θα τις δείτε εκεί, στο ιστορικό.",
                                        "%s, as you asked in the panel. See Activity there for the values.")
                                : language.say(
                                        "%s, όπως ζητήσατε στο τηλέφωνο. Τις τιμές θα τις δείτε στο ιστορικό, στον πίνακα ελέγχου.",
                                        "%s, as you asked by phone. See Activity in the panel for the values."))
                        .formatted(deed.in(language))));
    }

    /**
     * It was found out whether an action was done.
     *
     * @param deed in one or two words
     * @param done that it was done, in two or three words
     */
    public NoticeText settled(LocalizedText deed, LocalizedText done, boolean isDone) {
        var what = isDone
                ? done.in(language)
                : language.say("Δεν εκτελέστηκε: %s", "Not done: %s").formatted(deed.in(language));
        return happened(
                what,
                language.say(
                                "Ελέγξαμε τι έγινε με κάτι που ζητήσατε. %s. Δείτε το ιστορικό στον πίνακα ελέγχου.",
                                "We checked what became of something that you asked for. %s. See Activity in the panel.")
                        .formatted(what));
    }

    private NoticeText happened(String what, String sentence) {
        return new NoticeText(
                new SmsText(
                        "%s, %s. %s".formatted(what, brief(at), phone.ifNotYou().in(language))),
                what,
                mail(sentence));
    }

    private String mail(String what) {
        return language.say("""
                        %s
                        Ώρα: %s.

                        %s
                        """, """
                        %s
                        Time: %s.

                        %s
                        """)
                .formatted(what, whole(at), phone.ifNotYou().in(language));
    }

    private String brief(Instant time) {
        return format(language.say("d MMM HH:mm zzz", "d MMM HH:mm zzz"), time);
    }

    private String whole(Instant time) {
        return format(language.say("d MMMM yyyy HH:mm (zzzz)", "d MMMM yyyy HH:mm (zzzz)"), time);
    }

    private String format(String pattern, Instant time) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(time.atZone(zone));
    }
}
